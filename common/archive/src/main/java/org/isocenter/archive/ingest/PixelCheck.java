/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.ImagePixel;
import org.isocenter.dicom.image.ImagePixel.Defect;

/** Refuses images of which the pixel data cannot be what the Image Pixel module says (PS3.3 C.7.6.3). */
final class PixelCheck {

    private PixelCheck() {}

    static void check(Attributes attributes) {
        ImagePixel.of(attributes).flatMap(ImagePixel::defect).ifPresent(defect -> {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, message(defect));
        });
    }

    private static String message(Defect defect) {
        return switch (defect) {
            case NO_EXTENT -> "the image has no rows or no columns";
            case IMPOSSIBLE_SAMPLES -> "samples per pixel or bits allocated are impossible";
            case NO_FRAMES -> "the number of frames is below one";
            case SHORT_PIXEL_DATA -> "the pixel data are shorter than the image";
        };
    }
}
