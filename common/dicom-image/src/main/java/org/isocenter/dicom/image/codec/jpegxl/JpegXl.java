/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegxl;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;

/**
 * The functions of libjxl 0.7 and later that are used, by their names without {@code JxlDecoder}. All may be called by many
 * threads, each with a decoder of its own.
 */
interface JpegXl extends Library {

    /** JXL_DEC_SUCCESS. */
    int SUCCESS = 0;
    /** JXL_DEC_NEED_IMAGE_OUT_BUFFER. */
    int NEEDS_OUTPUT = 5;
    /** JXL_DEC_BASIC_INFO. */
    int BASIC_INFO = 0x40;
    /** JXL_DEC_FULL_IMAGE. */
    int FULL_IMAGE = 0x1000;

    Pointer create(Pointer memoryManager);

    void destroy(Pointer decoder);

    int subscribeEvents(Pointer decoder, int events);

    int setKeepOrientation(Pointer decoder, int keep);

    int setInput(Pointer decoder, Pointer data, long length);

    void closeInput(Pointer decoder);

    int processInput(Pointer decoder);

    int getBasicInfo(Pointer decoder, Pointer info);

    int imageOutBufferSize(Pointer decoder, Pointer format, LongByReference length);

    int setImageOutBuffer(Pointer decoder, Pointer format, Pointer buffer, long length);
}
