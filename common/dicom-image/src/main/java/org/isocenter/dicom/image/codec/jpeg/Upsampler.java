/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/**
 * Lines of a component in the resolution of its frame. Chrominance of half the width, or half the height, or both, is
 * interpolated with weights of 3 and 1, as most decoders do; of other ratios the nearest sample is taken. Not thread-safe.
 */
final class Upsampler {
    private static final int LEAST_COLUMNS = 3;

    private final FrameComponent component;
    private final short[] plane;
    private final int columns;
    private final int maxHorizontal;
    private final int maxVertical;
    private final boolean doublesColumns;
    private final boolean doublesRows;
    private final int[] sums;

    Upsampler(FrameHeader frame, FrameComponent component, short[] plane) {
        this.component = component;
        this.plane = plane;
        columns = frame.columns();
        maxHorizontal = frame.maxHorizontal();
        maxVertical = frame.maxVertical();
        boolean sameColumns = component.horizontal() == maxHorizontal;
        boolean sameRows = component.vertical() == maxVertical;
        boolean halfColumns = component.horizontal() * 2 == maxHorizontal && component.columns() >= LEAST_COLUMNS;
        boolean halfRows = component.vertical() * 2 == maxVertical;
        doublesColumns = halfColumns && (sameRows || halfRows);
        doublesRows = halfRows && (sameColumns || halfColumns);
        sums = new int[component.columns()];
    }

    /** One line; samples for an odd number of columns have one more, for which there must be room. */
    void line(int row, int[] line) {
        if (doublesRows) {
            int near = row >> 1;
            int far = Math.max(0, Math.min(component.rows() - 1, (row & 1) == 0 ? near - 1 : near + 1));
            sum(near, far);
            if (doublesColumns) {
                interpolate(sums, line, 4, 8, 7);
            } else {
                int rounding = (row & 1) == 0 ? 1 : 2;
                for (int x = 0; x < columns; x++) {
                    line[x] = sums[x] + rounding >> 2;
                }
            }
        } else if (doublesColumns) {
            copy(row * component.vertical() / maxVertical, sums);
            interpolate(sums, line, 2, 1, 2);
        } else if (component.horizontal() == maxHorizontal) {
            copy(row * component.vertical() / maxVertical, line);
        } else {
            replicate(row * component.vertical() / maxVertical, line);
        }
    }

    private void copy(int row, int[] line) {
        int from = row * component.stride();
        for (int x = 0; x < component.columns(); x++) {
            line[x] = plane[from + x];
        }
    }

    private void replicate(int row, int[] line) {
        int from = row * component.stride();
        for (int x = 0; x < columns; x++) {
            line[x] = plane[from + x * component.horizontal() / maxHorizontal];
        }
    }

    private void sum(int near, int far) {
        int nearAt = near * component.stride();
        int farAt = far * component.stride();
        for (int x = 0; x < sums.length; x++) {
            sums[x] = plane[nearAt + x] * 3 + plane[farAt + x];
        }
    }

    /**
     * Two samples of each.
     *
     * @param shift the weights' sum, as a shift
     * @param leftRounding of a sample that leans to its left neighbour
     * @param rightRounding of one that leans to its right neighbour
     */
    private static void interpolate(int[] in, int[] line, int shift, int leftRounding, int rightRounding) {
        int last = in.length - 1;
        line[0] = in[0] * 4 + leftRounding >> shift;
        line[1] = in[0] * 3 + in[1] + rightRounding >> shift;
        for (int x = 1; x < last; x++) {
            int weighted = in[x] * 3;
            line[2 * x] = weighted + in[x - 1] + leftRounding >> shift;
            line[2 * x + 1] = weighted + in[x + 1] + rightRounding >> shift;
        }
        line[2 * last] = in[last] * 3 + in[last - 1] + leftRounding >> shift;
        line[2 * last + 1] = in[last] * 4 + rightRounding >> shift;
    }
}
