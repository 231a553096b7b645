/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/** The forward DCT (T.81 A.3.3) in integers, the counterpart of {@link InverseDct}; coefficients come out times 8. */
final class ForwardDct {
    private static final int FRACTION = 13;
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

    /** For samples of 8 or 12 bits. */
    ForwardDct(int precision) {
        extraBits = precision == 8 ? 2 : 1;
    }

    /** Transforms a block of samples around 0 in place. */
    void transform(int[] block) {
        for (int row = 0; row < 64; row += 8) {
            transform(block, row, 1, -extraBits, FRACTION - extraBits);
        }
        for (int column = 0; column < 8; column++) {
            transform(block, column, 8, extraBits, FRACTION + extraBits);
        }
    }

    private static void transform(int[] b, int i, int s, int plainShift, int shift) {
        int sum0 = b[i] + b[i + 7 * s];
        int odd3 = b[i] - b[i + 7 * s];
        int sum1 = b[i + s] + b[i + 6 * s];
        int odd2 = b[i + s] - b[i + 6 * s];
        int sum2 = b[i + 2 * s] + b[i + 5 * s];
        int odd1 = b[i + 2 * s] - b[i + 5 * s];
        int sum3 = b[i + 3 * s] + b[i + 4 * s];
        int odd0 = b[i + 3 * s] - b[i + 4 * s];
        int rounding = 1 << shift - 1;

        int outer = sum0 + sum3;
        int outerDifference = sum0 - sum3;
        int inner = sum1 + sum2;
        int innerDifference = sum1 - sum2;
        b[i] = plain(outer + inner, plainShift);
        b[i + 4 * s] = plain(outer - inner, plainShift);
        int common = (innerDifference + outerDifference) * C0_541 + rounding;
        b[i + 2 * s] = common + outerDifference * C0_765 >> shift;
        b[i + 6 * s] = common - innerDifference * C1_847 >> shift;

        int all = (odd0 + odd2 + odd1 + odd3) * C1_175 + rounding;
        int z1 = (odd0 + odd3) * -C0_899;
        int z2 = (odd1 + odd2) * -C2_562;
        int z3 = (odd0 + odd2) * -C1_961 + all;
        int z4 = (odd1 + odd3) * -C0_390 + all;
        b[i + 7 * s] = odd0 * C0_298 + z1 + z3 >> shift;
        b[i + 5 * s] = odd1 * C2_053 + z2 + z4 >> shift;
        b[i + 3 * s] = odd2 * C3_072 + z2 + z3 >> shift;
        b[i + s] = odd3 * C1_501 + z1 + z4 >> shift;
    }

    private static int plain(int value, int shift) {
        return shift < 0 ? value << -shift : value + (1 << shift - 1) >> shift;
    }
}
