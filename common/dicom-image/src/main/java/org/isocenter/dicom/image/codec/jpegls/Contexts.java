/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import java.util.Arrays;

/** What a scan learns of each context (T.87 A.2.1, A.6), and how gradients choose one (A.3.3). Not thread-safe. */
final class Contexts {
    /** Contexts of samples; two more are those of samples that end a run. */
    static final int REGULAR = 365;

    /** The order of a run's length in bits by the run index (T.87 A.2.1). */
    static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int MIN_CORRECTION = -128;
    private static final int MAX_CORRECTION = 127;

    final int[] magnitude = new int[REGULAR + 2];
    final int[] bias = new int[REGULAR];
    final int[] correction = new int[REGULAR];
    final int[] count = new int[REGULAR + 2];
    final int[] negative = new int[2];

    /** The region of a gradient, -4 to 4, at its value plus the offset. */
    final byte[] regions;

    final int offset;

    private final CodingParameters parameters;

    Contexts(CodingParameters parameters) {
        this.parameters = parameters;
        offset = parameters.maxValue();
        regions = new byte[2 * offset + 1];
        for (int gradient = 0; gradient <= offset; gradient++) {
            byte region = region(gradient);
            regions[offset + gradient] = region;
            regions[offset - gradient] = (byte) -region;
        }
        reset();
    }

    private byte region(int gradient) {
        if (gradient <= parameters.near()) {
            return 0;
        }
        if (gradient < parameters.threshold1()) {
            return 1;
        }
        if (gradient < parameters.threshold2()) {
            return 2;
        }
        return (byte) (gradient < parameters.threshold3() ? 3 : 4);
    }

    /** As at the start of a scan. */
    void reset() {
        Arrays.fill(magnitude, Math.max(2, (parameters.range() + 32) / 64));
        Arrays.fill(bias, 0);
        Arrays.fill(correction, 0);
        Arrays.fill(count, 1);
        Arrays.fill(negative, 0);
    }

    /** The least shift of a count that reaches a magnitude (T.87 A.5.1). */
    static int order(int count, int magnitude) {
        int order = Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitude);
        if (order < 0) {
            return 0;
        }
        return count << order < magnitude ? order + 1 : order;
    }

    /** The median of the neighbours and what their plane predicts (T.87 A.4.1). */
    static int predict(int left, int above, int diagonal) {
        int least = Math.min(left, above);
        int greatest = Math.max(left, above);
        if (diagonal >= greatest) {
            return least;
        }
        return diagonal <= least ? greatest : left + above - diagonal;
    }

    /** Learns from an error (T.87 A.6). */
    void update(int context, int error, int step, int reset) {
        int newBias = bias[context] + error * step;
        int newMagnitude = magnitude[context] + Math.abs(error);
        int newCount = count[context];
        if (newCount == reset) {
            newMagnitude >>= 1;
            newBias >>= 1;
            newCount >>= 1;
        }
        newCount++;
        magnitude[context] = newMagnitude;
        count[context] = newCount;
        if (newBias <= -newCount) {
            newBias = Math.max(newBias + newCount, 1 - newCount);
            if (correction[context] > MIN_CORRECTION) {
                correction[context]--;
            }
        } else if (newBias > 0) {
            newBias = Math.min(newBias - newCount, 0);
            if (correction[context] < MAX_CORRECTION) {
                correction[context]++;
            }
        }
        bias[context] = newBias;
    }

    /** The Golomb order of a sample that ends a run (T.87 A.7.2.1). */
    int runOrder(int type) {
        int context = REGULAR + type;
        int sum = magnitude[context] + (type == 0 ? 0 : count[context] >> 1);
        return order(count[context], sum);
    }

    /** Whether the odd codes of a sample that ends a run are those of negative errors (T.87 A.7.2.2). */
    boolean oddIsNegative(int type, int order) {
        return order != 0 || 2 * negative[type] >= count[REGULAR + type];
    }

    /** Learns from the error of a sample that ends a run (T.87 A.7.2.3). */
    void updateRun(int type, int error, int mapped, int reset) {
        int context = REGULAR + type;
        if (error < 0) {
            negative[type]++;
        }
        magnitude[context] += mapped + 1 - type >> 1;
        if (count[context] == reset) {
            magnitude[context] >>= 1;
            count[context] >>= 1;
            negative[type] >>= 1;
        }
        count[context]++;
    }
}
