/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * How native pixels are laid out (PS3.3 C.7.6.3, PS3.5 8.1.1).
 *
 * @param bitsPerFrame rows x columns x samples x bits allocated; frames follow each other without padding
 * @param wordLength bytes of a word of the value, which byte order concerns: 1 or 2
 */
record PixelFormat(long bitsPerFrame, int wordLength) {

    static PixelFormat of(Attributes attributes) {
        int bitsAllocated = attributes.getInt(Tag.BitsAllocated, 8);
        long pixels = (long) attributes.getInt(Tag.Rows, 0) * attributes.getInt(Tag.Columns, 0);
        long samples = attributes.getInt(Tag.SamplesPerPixel, 1);
        if (isSubsampled(attributes.getString(Tag.PhotometricInterpretation, ""))) {
            samples = 2;
        }
        VR vr = attributes.getVR(Tag.PixelData);
        int word = vr == null ? VR.OW.wordLength() : vr.wordLength();
        return new PixelFormat(pixels * samples * bitsAllocated, word);
    }

    /** Two of three samples are shared by two pixels (PS3.3 C.7.6.3.1.2). */
    private static boolean isSubsampled(String photometricInterpretation) {
        return photometricInterpretation.equals("YBR_FULL_422")
                || photometricInterpretation.equals("YBR_PARTIAL_422");
    }

    boolean isByteAligned() {
        return bitsPerFrame % 8 == 0;
    }
}
