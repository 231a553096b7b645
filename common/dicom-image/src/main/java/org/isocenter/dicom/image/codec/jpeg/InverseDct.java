/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.Arrays;

/**
 * The inverse DCT (T.81 A.3.3) in integers, after Loeffler, Ligtenberg and Moschytz with 13 bits of fraction: the
 * arithmetic that most decoders share, so that samples come out the same. Immutable.
 */
final class InverseDct {
    private static final int FRACTION = 13;

    // products of cosines, times 2 to the 13th
    private static final int C0_298 = 2446;
    private static final int C0_390 = 3196;
    private static final int C0_541 = 4433;
    private static final int C0_765 = 6270;
    private static final int C0_899 = 7373;
    private static final int C1_175 = 9633;
    private static final int C1_501 = 12299;
    private static final int C1_847 = 15137;
    private static final int C1_961 = 16069;
    private static final int C2_053 = 16819;
    private static final int C2_562 = 20995;
    private static final int C3_072 = 25172;

    private final int extraBits;
    private final int center;
    private final int max;

    /** For samples of 8 or 12 bits. */
    InverseDct(int precision) {
        extraBits = precision == 8 ? 2 : 1;
        center = 1 << precision - 1;
        max = (1 << precision) - 1;
    }

    /** A block of which all coefficients but the first are 0. */
    void flat(int dc, short[] plane, int at, int stride) {
        short value = clamp(dc + 4 >> 3);
        for (int row = 0, to = at; row < 8; row++, to += stride) {
            Arrays.fill(plane, to, to + 8, value);
        }
    }

    /** A block of dequantized coefficients, which is used as work space, into a plane of samples. */
    void transform(int[] block, short[] plane, int at, int stride) {
        for (int column = 0; column < 8; column++) {
            transformColumn(block, column);
        }
        for (int row = 0; row < 8; row++) {
            transformRow(block, row * 8, plane, at + row * stride);
        }
    }

    private void transformColumn(int[] b, int i) {
        int shift = FRACTION - extraBits;
        int in1 = b[i + 8];
        int in2 = b[i + 16];
        int in3 = b[i + 24];
        int in4 = b[i + 32];
        int in5 = b[i + 40];
        int in6 = b[i + 48];
        int in7 = b[i + 56];
        if ((in1 | in2 | in3 | in4 | in5 | in6 | in7) == 0) {
            int dc = b[i] << extraBits;
            for (int k = i; k < 64; k += 8) {
                b[k] = dc;
            }
            return;
        }
        int rounding = 1 << shift - 1;
        int common = (in2 + in6) * C0_541;
        int low = common - in6 * C1_847;
        int high = common + in2 * C0_765;
        int sum = (b[i] + in4 << FRACTION) + rounding;
        int difference = (b[i] - in4 << FRACTION) + rounding;
        int even0 = sum + high;
        int even3 = sum - high;
        int even1 = difference + low;
        int even2 = difference - low;

        int all = (in7 + in3 + in5 + in1) * C1_175;
        int z1 = (in7 + in1) * -C0_899;
        int z2 = (in5 + in3) * -C2_562;
        int z3 = (in7 + in3) * -C1_961 + all;
        int z4 = (in5 + in1) * -C0_390 + all;
        int odd0 = in7 * C0_298 + z1 + z3;
        int odd1 = in5 * C2_053 + z2 + z4;
        int odd2 = in3 * C3_072 + z2 + z3;
        int odd3 = in1 * C1_501 + z1 + z4;

        b[i] = even0 + odd3 >> shift;
        b[i + 56] = even0 - odd3 >> shift;
        b[i + 8] = even1 + odd2 >> shift;
        b[i + 48] = even1 - odd2 >> shift;
        b[i + 16] = even2 + odd1 >> shift;
        b[i + 40] = even2 - odd1 >> shift;
        b[i + 24] = even3 + odd0 >> shift;
        b[i + 32] = even3 - odd0 >> shift;
    }

    private void transformRow(int[] b, int i, short[] plane, int at) {
        int shift = FRACTION + extraBits + 3;
        int rounding = 1 << shift - 1;
        int in2 = b[i + 2];
        int in6 = b[i + 6];
        int common = (in2 + in6) * C0_541;
        int low = common - in6 * C1_847;
        int high = common + in2 * C0_765;
        int sum = (b[i] + b[i + 4] << FRACTION) + rounding;
        int difference = (b[i] - b[i + 4] << FRACTION) + rounding;
        int even0 = sum + high;
        int even3 = sum - high;
        int even1 = difference + low;
        int even2 = difference - low;

        int in1 = b[i + 1];
        int in3 = b[i + 3];
        int in5 = b[i + 5];
        int in7 = b[i + 7];
        int all = (in7 + in3 + in5 + in1) * C1_175;
        int z1 = (in7 + in1) * -C0_899;
        int z2 = (in5 + in3) * -C2_562;
        int z3 = (in7 + in3) * -C1_961 + all;
        int z4 = (in5 + in1) * -C0_390 + all;
        int odd0 = in7 * C0_298 + z1 + z3;
        int odd1 = in5 * C2_053 + z2 + z4;
        int odd2 = in3 * C3_072 + z2 + z3;
        int odd3 = in1 * C1_501 + z1 + z4;

        plane[at] = clamp(even0 + odd3 >> shift);
        plane[at + 7] = clamp(even0 - odd3 >> shift);
        plane[at + 1] = clamp(even1 + odd2 >> shift);
        plane[at + 6] = clamp(even1 - odd2 >> shift);
        plane[at + 2] = clamp(even2 + odd1 >> shift);
        plane[at + 5] = clamp(even2 - odd1 >> shift);
        plane[at + 3] = clamp(even3 + odd0 >> shift);
        plane[at + 4] = clamp(even3 - odd0 >> shift);
    }

    private short clamp(int value) {
        return (short) Math.max(0, Math.min(max, value + center));
    }
}
