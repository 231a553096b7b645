/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * What the samples of a codestream mean (PS3.5 8.2.1). What it says of itself counts more than what is described: an Adobe
 * segment, then that components are named R, G and B, then JFIF, which knows no RGB. If it says nothing the description
 * holds, but for subsampled RGB, which nobody writes. A lossless process transforms no colour, so there only Adobe's word
 * counts.
 */
final class ColourModel {
    private static final String RGB = "RGB";
    private static final String YBR_FULL = "YBR_FULL";

    private ColourModel() {}

    static String of(FrameFormat described, FrameHeader frame, DecoderTables tables) {
        String photometricInterpretation = described.photometricInterpretation();
        if (frame.components().size() != 3) {
            return photometricInterpretation;
        }
        boolean isLossless = frame.process() == FrameHeader.Process.LOSSLESS;
        if (tables.isAdobe()) {
            return tables.adobeTransform() == 0
                    ? rgb(photometricInterpretation, isLossless)
                    : ybr(photometricInterpretation);
        }
        if (!isLossless && hasRgbNames(frame)) {
            return RGB;
        }
        if (!isLossless && (tables.isJfif() || !frame.isFullResolution())) {
            return ybr(photometricInterpretation);
        }
        return photometricInterpretation.equals(RGB) ? RGB : ybr(photometricInterpretation);
    }

    /** Encoders that transform nothing say so in any lossless codestream, also in one of YBR samples. */
    private static String rgb(String described, boolean isLossless) {
        return isLossless && described.startsWith("YBR") ? ybr(described) : RGB;
    }

    private static boolean hasRgbNames(FrameHeader frame) {
        return frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G'
                && frame.components().get(2).id() == 'B';
    }

    /** Samples are in full resolution once they are decoded; only YBR_PARTIAL has another range. */
    private static String ybr(String described) {
        return described.startsWith("YBR_PARTIAL") ? described : YBR_FULL;
    }
}
