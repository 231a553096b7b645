/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import java.util.Optional;

/** From three samples of 8 bits to red, green and blue (PS3.3 C.7.6.3.1.2). */
enum ColorModel {
    RGB {
        @Override
        int toRgb(int first, int second, int third) {
            return first << 16 | second << 8 | third;
        }
    },
    /** ITU-R BT.601, full range; also that of YBR_ICT. */
    YBR_FULL {
        @Override
        int toRgb(int luminance, int blue, int red) {
            double cb = blue - HALF;
            double cr = red - HALF;
            return pack(luminance + 1.402 * cr, luminance - 0.344136 * cb - 0.714136 * cr, luminance + 1.772 * cb);
        }
    },
    /** The same from black 16 to white 235. */
    YBR_PARTIAL {
        @Override
        int toRgb(int luminance, int blue, int red) {
            double y = 1.164384 * (luminance - 16);
            double cb = blue - HALF;
            double cr = red - HALF;
            return pack(y + 1.596027 * cr, y - 0.391762 * cb - 0.812968 * cr, y + 2.017232 * cb);
        }
    },
    /** The reversible one of JPEG 2000, its differences moved up by half the range. */
    YBR_RCT {
        @Override
        int toRgb(int luminance, int blue, int red) {
            int cb = blue - HALF;
            int cr = red - HALF;
            int green = luminance - Math.floorDiv(cb + cr, 4);
            return pack(cr + green, green, cb + green);
        }
    };

    private static final int HALF = 128;
    private static final int WHITE = 255;

    /** The colour as 0xRRGGBB. */
    abstract int toRgb(int first, int second, int third);

    /** The model of a photometric interpretation of three samples; empty if it has no way to colours. */
    static Optional<ColorModel> of(String photometricInterpretation) {
        return switch (photometricInterpretation) {
            case "YBR_FULL", "YBR_FULL_422", "YBR_ICT" -> Optional.of(YBR_FULL);
            case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> Optional.of(YBR_PARTIAL);
            case "YBR_RCT" -> Optional.of(YBR_RCT);
            case "HSV", "CMYK", "ARGB", "XYB" -> Optional.empty();
            default -> Optional.of(RGB);
        };
    }

    private static int pack(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(double value) {
        return value > 0 ? (int) (Math.min(value, WHITE) + 0.5) : 0;
    }
}
