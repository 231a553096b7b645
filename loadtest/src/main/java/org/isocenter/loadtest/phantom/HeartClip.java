/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

/** Frames of a heart as a sector scanner shows it, beating once in the clip; grey of 8 bits. */
final class HeartClip {

    private static final double HALF_ANGLE = Math.toRadians(42);
    private static final int TOP = 12;

    private final int rows;
    private final int columns;
    private final int frames;

    HeartClip(int rows, int columns, int frames) {
        this.rows = rows;
        this.columns = columns;
        this.frames = frames;
    }

    byte[] pixels() {
        byte[] pixels = new byte[rows * columns * frames];
        for (int i = 0; i < pixels.length; i++) {
            int frame = i / (rows * columns);
            pixels[i] = (byte) brightness(i / columns % rows, i % columns, frame);
        }
        return pixels;
    }

    private int brightness(int row, int column, int frame) {
        double x = column - columns / 2.0;
        double y = row - TOP;
        double depth = Math.hypot(x, y);
        double angle = Math.atan2(x, y);
        if (Math.abs(angle) > HALF_ANGLE || depth > rows - 2 * TOP || depth < 6) {
            return 0;
        }
        double beat = Math.cos(2 * Math.PI * frame / frames);
        double echo = echo(x, y, beat);
        // speckle is wide across the beam and short along it
        long cell = (long) (depth / 2.2) * 4099 + (long) ((angle + 1) * 130) * 131 + frame / 2 * 31L;
        double speckle = Math.sqrt(-2 * Math.log(uniform(cell)));
        double attenuation = 1 - 0.35 * depth / rows;
        return (int) Math.max(0, Math.min(255, echo * speckle * attenuation));
    }

    private static double echo(double x, double y, double beat) {
        double chamber = Math.hypot((x - 4) / (34 + 7 * beat), (y - 118) / (62 + 6 * beat));
        double wall = Math.hypot((x - 4) / (52 + 4 * beat), (y - 118) / (80 + 4 * beat));
        double right = Math.hypot((x + 62) / (24 + 4 * beat), (y - 116) / (50 + 3 * beat));
        double atrium = Math.hypot((x - 2) / (36 - 4 * beat), (y - 226) / (34 - 3 * beat));
        boolean valve = Math.abs(y - 186 + Math.abs(x - 4) * (0.35 + 0.25 * beat)) < 3 && Math.abs(x - 4) < 32;
        if (valve) {
            return 150;
        }
        if (chamber < 1 || right < 1 || atrium < 1) {
            return 9;
        }
        if (wall < 1) {
            return 88;
        }
        return atrium < 1.15 || right < 1.2 ? 110 : 46;
    }

    private static double uniform(long cell) {
        long state = cell * 0x9E3779B97F4A7C15L;
        state ^= state >>> 32;
        state *= 0xD6E8FEB86659FD93L;
        state ^= state >>> 32;
        return ((state >>> 11) + 1) * 0x1p-53;
    }
}
