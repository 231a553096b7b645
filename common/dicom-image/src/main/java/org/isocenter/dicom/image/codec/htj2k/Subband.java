/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.List;

/**
 * Where the coefficients of a subband lie in a plane.
 *
 * @param left column of the first one
 * @param top its row
 * @param step between them
 * @param width how many there are in a row; may be 0
 * @param height rows of them; may be 0
 * @param gain bits that they may have more than samples (T.800 Table E.1)
 */
record Subband(int left, int top, int step, int width, int height, int gain) {

    private static Subband of(int left, int top, int step, Plane plane, int gain) {
        return new Subband(left, top, step, count(plane.width(), left, step), count(plane.height(), top, step), gain);
    }

    private static int count(int extent, int first, int step) {
        return first >= extent ? 0 : (extent - 1 - first) / step + 1;
    }

    /** Those of a resolution, 0 being the lowest (T.800 B.5). */
    static List<Subband> ofResolution(Plane plane, int resolution, int levels) {
        int step = 1 << levels - Math.max(0, resolution - 1);
        if (resolution == 0) {
            return List.of(of(0, 0, step, plane, 0));
        }
        int half = step / 2;
        return List.of(of(half, 0, step, plane, 1), of(0, half, step, plane, 1), of(half, half, step, plane, 2));
    }

    /**
     * Takes out a code-block.
     *
     * @param block is filled, 0 beyond the subband's edges
     * @return whether it has coefficients other than 0
     */
    boolean copyBlock(Plane plane, int column, int row, int[] block) {
        int side = BlockEncoder.SIDE;
        int found = 0;
        for (int y = 0; y < side; y++) {
            int from = (top + (row * side + y) * step) * plane.width() + left + column * side * step;
            int columns = row * side + y < height ? Math.min(side, width - column * side) : 0;
            for (int x = 0; x < side; x++) {
                int value = x < columns ? plane.samples()[from + x * step] : 0;
                block[y * side + x] = value;
                found |= value;
            }
        }
        return found != 0;
    }

    /** Columns of code-blocks. */
    int blockColumns() {
        return (width + BlockEncoder.SIDE - 1) / BlockEncoder.SIDE;
    }

    /** Rows of code-blocks. */
    int blockRows() {
        return (height + BlockEncoder.SIDE - 1) / BlockEncoder.SIDE;
    }
}
