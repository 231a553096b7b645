/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

/** RGB of luminance and two chrominances (PS3.3 C.7.6.3.1.2), with 16 bits of fraction. */
final class YbrToRgb implements ColorConversion.LineConversion {
    private static final int FRACTION = 16;
    private static final double ONE = 1 << FRACTION;
    private static final long HALF = 1L << FRACTION - 1;

    private final int black;
    private final int center;
    private final int max;
    private final long luminance;
    private final long redOfCr;
    private final long greenOfCb;
    private final long greenOfCr;
    private final long blueOfCb;

    private YbrToRgb(int bitsStored, double black, double luminance, double chrominance) {
        this.black = (int) (black * (1 << bitsStored) / 256);
        center = 1 << bitsStored - 1;
        max = (1 << bitsStored) - 1;
        this.luminance = Math.round(luminance * ONE);
        redOfCr = Math.round(1.402 * chrominance * ONE);
        greenOfCb = Math.round(0.344136 * chrominance * ONE);
        greenOfCr = Math.round(0.714136 * chrominance * ONE);
        blueOfCb = Math.round(1.772 * chrominance * ONE);
    }

    /** Of all values that can be stored. */
    static YbrToRgb full(int bitsStored) {
        return new YbrToRgb(bitsStored, 0, 1, 1);
    }

    /** Of luminance from 16 to 235 and chrominance from 16 to 240, or as much of more bits. */
    static YbrToRgb partial(int bitsStored) {
        return new YbrToRgb(bitsStored, 16, 255.0 / 219, 255.0 / 224);
    }

    @Override
    public void convert(int[] first, int[] second, int[] third) {
        for (int x = 0; x < first.length; x++) {
            long y = (first[x] - black) * luminance + HALF;
            long cb = second[x] - center;
            long cr = third[x] - center;
            first[x] = ColorConversion.clamp((int) (y + redOfCr * cr >> FRACTION), max);
            second[x] = ColorConversion.clamp((int) (y - greenOfCb * cb - greenOfCr * cr >> FRACTION), max);
            third[x] = ColorConversion.clamp((int) (y + blueOfCb * cb >> FRACTION), max);
        }
    }
}
