/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

/** Pixels of a gradient that moves from slice to slice, with noise as detectors have it, so that they compress alike. */
final class SyntheticPixels {

    private SyntheticPixels() {}

    /** Returns the native pixel data of consecutive slices, padded to an even length. */
    static byte[] of(SyntheticKind kind, int rows, int columns, int firstSlice, int slices, long seed) {
        int bytesPerPixel = kind.bitsAllocated() / 8 * kind.samplesPerPixel();
        int length = Math.multiplyExact(Math.multiplyExact(rows, columns), Math.multiplyExact(bytesPerPixel, slices));
        byte[] pixels = new byte[length + (length & 1)];
        int position = 0;
        for (int slice = firstSlice; slice < firstSlice + slices; slice++) {
            position = slice(kind, rows, columns, slice, seed, pixels, position);
        }
        return pixels;
    }

    private static int slice(
            SyntheticKind kind, int rows, int columns, int slice, long seed, byte[] pixels, int start) {
        int position = start;
        int maximum = (1 << kind.bitsStored()) - 1;
        int offset = kind.isSigned() ? 1 << (kind.bitsStored() - 1) : 0;
        long state = seed * 0x9E3779B97F4A7C15L + slice + 1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                // xorshift: fast and the same everywhere
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                int gradient = (int) ((long) (row + column + slice * 8) * maximum / (rows + columns));
                int value = (gradient % (maximum + 1) * 15 / 16) + (int) ((state >>> 40) & (maximum >> 5));
                if (kind.samplesPerPixel() == 3) {
                    pixels[position++] = (byte) value;
                    pixels[position++] = (byte) (maximum - value);
                    pixels[position++] = (byte) (value >> 1);
                } else if (kind.bitsAllocated() == 8) {
                    pixels[position++] = (byte) value;
                } else {
                    int stored = value - offset;
                    pixels[position++] = (byte) stored;
                    pixels[position++] = (byte) (stored >> 8);
                }
            }
        }
        return position;
    }
}
