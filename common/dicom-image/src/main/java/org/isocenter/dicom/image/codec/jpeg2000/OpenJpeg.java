/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of OpenJPEG 2.5 that are used, by their names without {@code opj_}. A status is 0 if it failed. All may
 * be called by many threads, each with codecs, streams and images of its own.
 */
interface OpenJpeg extends Library {

    /** OPJ_CODEC_J2K: a codestream without the boxes of a JP2 file. */
    int CODESTREAM = 0;

    /** Reads into or writes from a buffer; the bytes done, -1 at the end. */
    interface Transfer extends Callback {
        /** Called by the library. */
        long transfer(Pointer buffer, long length, Pointer userData);
    }

    /** Moves on; the bytes done, -1 if there are not as many. */
    interface Skip extends Callback {
        /** Called by the library. */
        long skip(long length, Pointer userData);
    }

    /** Moves to a position; whether it could. */
    interface Seek extends Callback {
        /** Called by the library. */
        int seek(long position, Pointer userData);
    }

    Pointer streamCreate(long bufferSize, int input);

    void streamDestroy(Pointer stream);

    void streamSetReadFunction(Pointer stream, Transfer read);

    void streamSetWriteFunction(Pointer stream, Transfer write);

    void streamSetSkipFunction(Pointer stream, Skip skip);

    void streamSetSeekFunction(Pointer stream, Seek seek);

    void streamSetUserData(Pointer stream, Pointer userData, Pointer free);

    void streamSetUserDataLength(Pointer stream, long length);

    Pointer createDecompress(int format);

    Pointer createCompress(int format);

    void destroyCodec(Pointer codec);

    void setDefaultDecoderParameters(Pointer parameters);

    int setupDecoder(Pointer codec, Pointer parameters);

    int readHeader(Pointer stream, Pointer codec, PointerByReference image);

    int decode(Pointer codec, Pointer stream, Pointer image);

    Pointer imageCreate(int components, Pointer parameters, int colorSpace);

    void imageDestroy(Pointer image);

    void setDefaultEncoderParameters(Pointer parameters);

    int setupEncoder(Pointer codec, Pointer parameters, Pointer image);

    int startCompress(Pointer codec, Pointer image, Pointer stream);

    int encode(Pointer codec, Pointer stream);

    int endCompress(Pointer codec, Pointer stream);
}
