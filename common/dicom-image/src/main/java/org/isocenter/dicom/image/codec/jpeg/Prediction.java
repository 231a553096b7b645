/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/** The predictors of the lossless process (T.81 table H.1), modulo 2 to the 16th. */
final class Prediction {
    private static final int MASK = 0xFFFF;

    private Prediction() {}

    /**
     * Makes samples of the differences of a line.
     *
     * @param predictor 1 to 7
     * @param above the line above; null of a first line, which has predictor 1
     * @param line differences, then samples
     * @param initial what is predicted of the first sample of a first line
     */
    static void restore(int predictor, int[] above, int[] line, int initial) {
        line[0] = line[0] + (above == null ? initial : above[0]) & MASK;
        int left = line[0];
        int columns = line.length;
        switch (predictor) {
            case 1 -> {
                for (int x = 1; x < columns; x++) {
                    left = left + line[x] & MASK;
                    line[x] = left;
                }
            }
            case 2 -> {
                for (int x = 1; x < columns; x++) {
                    line[x] = above[x] + line[x] & MASK;
                }
            }
            case 3 -> {
                for (int x = 1; x < columns; x++) {
                    line[x] = above[x - 1] + line[x] & MASK;
                }
            }
            default -> restoreOfThree(predictor, above, line);
        }
    }

    private static void restoreOfThree(int predictor, int[] above, int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = ofThree(predictor, left, above[x], above[x - 1]) + line[x] & MASK;
            line[x] = left;
        }
    }

    /**
     * Makes differences of the samples of a line.
     *
     * @param differences takes them, -32767 to 32768
     */
    static void predict(int predictor, int[] above, int[] line, int initial, int[] differences) {
        differences[0] = wrap(line[0] - (above == null ? initial : above[0]));
        for (int x = 1; x < line.length; x++) {
            int predicted =
                    switch (predictor) {
                        case 1 -> line[x - 1];
                        case 2 -> above[x];
                        case 3 -> above[x - 1];
                        default -> ofThree(predictor, line[x - 1], above[x], above[x - 1]);
                    };
            differences[x] = wrap(line[x] - predicted);
        }
    }

    private static int wrap(int difference) {
        int wrapped = (short) difference;
        return wrapped == Short.MIN_VALUE ? 1 << 15 : wrapped;
    }

    private static int ofThree(int predictor, int left, int above, int diagonal) {
        return switch (predictor) {
            case 4 -> left + above - diagonal;
            case 5 -> left + (above - diagonal >> 1);
            case 6 -> above + (left - diagonal >> 1);
            default -> left + above >> 1;
        };
    }
}
