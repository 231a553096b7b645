/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/**
 * The reversible 5/3 wavelet (T.800 F.4). Coefficients stay where their samples were: those of low frequencies lie twice as far apart after
 * each level.
 */
final class ReversibleWavelet {

    private ReversibleWavelet() {}

    /** Transforms in place. */
    static void forward(Plane plane, int levels) {
        for (int level = 0; level < levels; level++) {
            int step = 1 << level;
            vertical(plane, step);
            for (int y = 0; y < plane.height(); y += step) {
                horizontal(plane, y * plane.width(), step);
            }
        }
    }

    private static void vertical(Plane plane, int step) {
        int rows = (plane.height() - 1) / step + 1;
        if (rows == 1) {
            return;
        }
        for (int row = 1; row < rows; row += 2) {
            int next = row + 1 < rows ? row + 1 : row - 1;
            predict(plane, step, row, row - 1, next);
        }
        for (int row = 0; row < rows; row += 2) {
            int before = row > 0 ? row - 1 : 1;
            update(plane, step, row, before, row + 1 < rows ? row + 1 : before);
        }
    }

    private static void predict(Plane plane, int step, int row, int before, int next) {
        int[] samples = plane.samples();
        int at = row * step * plane.width();
        int above = before * step * plane.width();
        int below = next * step * plane.width();
        for (int x = 0; x < plane.width(); x += step) {
            samples[at + x] -= samples[above + x] + samples[below + x] >> 1;
        }
    }

    private static void update(Plane plane, int step, int row, int before, int next) {
        int[] samples = plane.samples();
        int at = row * step * plane.width();
        int above = before * step * plane.width();
        int below = next * step * plane.width();
        for (int x = 0; x < plane.width(); x += step) {
            samples[at + x] += samples[above + x] + samples[below + x] + 2 >> 2;
        }
    }

    private static void horizontal(Plane plane, int start, int step) {
        int[] samples = plane.samples();
        int columns = (plane.width() - 1) / step + 1;
        if (columns == 1) {
            return;
        }
        int end = start + (columns - 1) * step;
        for (int at = start + step; at <= end; at += 2 * step) {
            int next = at + step <= end ? at + step : at - step;
            samples[at] -= samples[at - step] + samples[next] >> 1;
        }
        for (int at = start; at <= end; at += 2 * step) {
            int before = at > start ? at - step : at + step;
            int next = at + step <= end ? at + step : before;
            samples[at] += samples[before] + samples[next] + 2 >> 2;
        }
    }
}
