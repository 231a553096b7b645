/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.List;

/**
 * A body made of tissues, later ones before earlier ones. Immutable.
 *
 * @param outside what is around it
 * @param tissues from the outermost on
 */
record Phantom(Tissue outside, List<Tissue> tissues) {

    private static final double NOISE_UNIFORMS = 3;

    Phantom {
        tissues = List.copyOf(tissues);
    }

    private Tissue at(double x, double y, double z) {
        for (int i = tissues.size() - 1; i >= 0; i--) {
            if (tissues.get(i).shape().contains(x, y, z)) {
                return tissues.get(i);
            }
        }
        return outside;
    }

    /**
     * Pixels of a slice, each the mean of four points of it, with noise.
     *
     * @param grid where the pixels are
     * @param slice from 0 on
     * @param noise standard deviation
     */
    int[] slice(Grid grid, int slice, double noise) {
        int[] pixels = new int[grid.rows() * grid.columns()];
        long state = 0x9E3779B97F4A7C15L * (slice + 1);
        double z = grid.z(slice);
        for (int i = 0; i < pixels.length; i++) {
            double x = grid.x(i % grid.columns());
            double y = grid.y(i / grid.columns());
            double quarter = grid.spacing() / 4;
            double sum = at(x - quarter, y - quarter, z).value()
                    + at(x + quarter, y - quarter, z).value()
                    + at(x - quarter, y + quarter, z).value()
                    + at(x + quarter, y + quarter, z).value();
            double normal = 0;
            for (int each = 0; each < NOISE_UNIFORMS; each++) {
                // xorshift: the same everywhere
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                normal += (state >>> 11) * 0x1p-53 * 2 - 1;
            }
            pixels[i] = (int) Math.round(sum / 4 + normal * noise);
        }
        return pixels;
    }

    /** Labels of the tissues in the middle of each pixel of a slice. */
    String[] labels(Grid grid, int slice) {
        String[] labels = new String[grid.rows() * grid.columns()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = at(grid.x(i % grid.columns()), grid.y(i / grid.columns()), grid.z(slice))
                    .label();
        }
        return labels;
    }
}
