/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.util.Arrays;

/**
 * Which pixels of a line make up each pixel of a scaled line: the mean of all that it covers when it shrinks, the two
 * nearest when it grows. What lies outside of the line is black.
 */
final class AxisWeights {

    private final int[] first;
    private final int[] offset;
    private float[] weights = new float[64];
    private int used;

    /**
     * For a line.
     *
     * @param length pixels of the line
     * @param start where in it the scaled line starts
     * @param extent how much of it the scaled line covers
     * @param scaled pixels of the scaled line
     */
    AxisWeights(int length, double start, double extent, int scaled) {
        first = new int[scaled];
        offset = new int[scaled + 1];
        double step = extent / scaled;
        for (int i = 0; i < scaled; i++) {
            offset[i] = used;
            if (step > 1) {
                cover(i, length, start + i * step, start + (i + 1) * step);
            } else {
                interpolate(i, length, start + (i + 0.5) * step);
            }
        }
        offset[scaled] = used;
    }

    private void cover(int target, int length, double from, double to) {
        double low = Math.max(0, Math.min(from, length));
        double high = Math.max(0, Math.min(to, length));
        first[target] = (int) low;
        for (int pixel = (int) low; pixel < high; pixel++) {
            double part = Math.min(high, pixel + 1.0) - Math.max(low, pixel);
            add((float) (part / (to - from)));
        }
    }

    private void interpolate(int target, int length, double middle) {
        if (!(middle >= 0 && middle <= length)) {
            return;
        }
        double place = Math.max(0, Math.min(middle - 0.5, length - 1.0));
        int left = (int) place;
        first[target] = left;
        float right = (float) (place - left);
        add(1 - right);
        if (right > 0) {
            add(right);
        }
    }

    private void add(float weight) {
        if (used == weights.length) {
            weights = Arrays.copyOf(weights, used * 2);
        }
        weights[used++] = weight;
    }

    int size() {
        return first.length;
    }

    /** The first pixel that counts for a scaled one. */
    int first(int target) {
        return first[target];
    }

    /** How many count for it. */
    int count(int target) {
        return offset[target + 1] - offset[target];
    }

    /** How much the nth of them counts. */
    float weight(int target, int nth) {
        return weights[offset[target] + nth];
    }
}
