/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameLines;

/** The quantized coefficients of one component, in whole MCUs, made of the lines of a frame. */
final class CoefficientPlane {
    /** Block after block, each in the order of a codestream. */
    final short[] coefficients;

    final int blocksPerLine;

    private final int rows;
    private final int columns;
    private final int blockLines;

    /**
     * For a component.
     *
     * @param factor blocks of an MCU, side by side: 1 or 2
     * @param divisor how many of the frame's columns one of its own is: 1 or 2
     */
    CoefficientPlane(int rows, int columns, int mcuColumns, int factor, int divisor) throws CodestreamException {
        this.rows = rows;
        this.columns = (columns + divisor - 1) / divisor;
        blocksPerLine = (columns + mcuColumns - 1) / mcuColumns * factor;
        blockLines = (rows + 7) / 8;
        long length = (long) blocksPerLine * blockLines * 64;
        if (length > Integer.MAX_VALUE - 8) {
            throw new CodestreamException("a JPEG component of more than 2 GiB");
        }
        coefficients = new short[(int) length];
    }

    /** Takes the component of a frame, halved in width where it has half the frame's columns. */
    void transform(FrameLines lines, int component, int frameColumns, int precision, Quantization quantization) {
        ForwardDct dct = new ForwardDct(precision);
        int center = 1 << precision - 1;
        boolean halved = columns < frameColumns;
        int[][] strip = new int[8][Math.max(blocksPerLine * 8, frameColumns + 1)];
        int[] block = new int[64];
        int at = 0;
        for (int blockLine = 0; blockLine < blockLines; blockLine++) {
            for (int y = 0; y < 8; y++) {
                int row = Math.min(rows - 1, blockLine * 8 + y);
                lines.get(row, component, strip[y], 0);
                if (halved) {
                    halve(strip[y], frameColumns);
                }
                pad(strip[y]);
            }
            for (int x = 0; x < blocksPerLine * 8; x += 8, at += 64) {
                for (int i = 0; i < 64; i++) {
                    block[i] = strip[i >> 3][x + (i & 7)] - center;
                }
                dct.transform(block);
                quantization.quantize(block, coefficients, at);
            }
        }
    }

    /** Means of two, rounded down and up in turn. */
    private static void halve(int[] line, int count) {
        line[count] = line[count - 1];
        int rounding = 0;
        for (int x = 0; 2 * x < count; x++) {
            line[x] = line[2 * x] + line[2 * x + 1] + rounding >> 1;
            rounding ^= 1;
        }
    }

    private void pad(int[] line) {
        int last = line[columns - 1];
        for (int x = columns; x < blocksPerLine * 8; x++) {
            line[x] = last;
        }
    }

    int blockLines() {
        return blockLines;
    }
}
