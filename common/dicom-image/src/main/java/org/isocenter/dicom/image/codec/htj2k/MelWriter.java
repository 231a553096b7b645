/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/** Adaptive run lengths of zeros (T.814 7.3); bits from the highest on, and seven behind a byte of ones. Used by one thread. */
final class MelWriter {

    private static final int ONES = 0xFF;

    /** Of the lengths of runs, by state. */
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private final byte[] bytes;
    private int length;
    private int current;
    private int free = Byte.SIZE;
    private int state;
    private int run;

    MelWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void reset() {
        length = 0;
        current = 0;
        free = Byte.SIZE;
        state = 0;
        run = 0;
    }

    /** Puts an event. */
    void put(boolean event) {
        int exponent = EXPONENTS[state];
        if (event) {
            bit(0);
            for (int i = exponent - 1; i >= 0; i--) {
                bit(run >> i & 1);
            }
            run = 0;
            state = Math.max(0, state - 1);
        } else if (++run == 1 << exponent) {
            bit(1);
            run = 0;
            state = Math.min(EXPONENTS.length - 1, state + 1);
        }
    }

    private void bit(int bit) {
        free--;
        current |= bit << free;
        if (free == 0) {
            bytes[length++] = (byte) current;
            free = current == ONES ? Byte.SIZE - 1 : Byte.SIZE;
            current = 0;
        }
    }

    /** Ends with a run that is not whole as if it were. */
    void finish() {
        if (run > 0) {
            bit(1);
        }
        // none may end with a byte of ones: what follows could make a marker of it
        if (free < Byte.SIZE) {
            bytes[length++] = (byte) current;
        }
    }

    int length() {
        return length;
    }

    void copyTo(byte[] target, int position) {
        System.arraycopy(bytes, 0, target, position, length);
    }
}
