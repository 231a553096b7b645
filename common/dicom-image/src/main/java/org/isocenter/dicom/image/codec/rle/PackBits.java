/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.rle;

import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/** A growing codestream of PackBits runs (PS3.5 G.3.1). */
final class PackBits {
    private static final int MAX_RUN = 128;
    private static final int LEAST_RUN = 3;

    private byte[] out;
    private int length;

    PackBits(int capacity, int header) {
        out = new byte[Math.max(capacity, header)];
        length = header;
    }

    int length() {
        return length;
    }

    void putInt(int at, int value) {
        for (int i = 0; i < 4; i++) {
            out[at + i] = (byte) (value >>> 8 * i);
        }
    }

    /** One row: runs of three or more as such, of two too where no literal run is open. */
    void putRow(byte[] line) throws CodestreamException {
        ensure(line.length + line.length / MAX_RUN + 2);
        int literals = 0;
        int at = 0;
        while (at < line.length) {
            int run = run(line, at);
            if (run >= LEAST_RUN || run == 2 && literals == at) {
                putLiterals(line, literals, at);
                out[length++] = (byte) (1 - run);
                out[length++] = line[at];
                at += run;
                literals = at;
            } else {
                at += run;
            }
        }
        putLiterals(line, literals, at);
    }

    private static int run(byte[] line, int from) {
        int end = Math.min(line.length, from + MAX_RUN);
        byte value = line[from];
        int at = from + 1;
        while (at < end && line[at] == value) {
            at++;
        }
        return at - from;
    }

    private void putLiterals(byte[] line, int from, int to) {
        int at = from;
        while (at < to) {
            int count = Math.min(MAX_RUN, to - at);
            out[length++] = (byte) (count - 1);
            System.arraycopy(line, at, out, length, count);
            length += count;
            at += count;
        }
    }

    /** To an even length (PS3.5 G.3.1). */
    void pad() throws CodestreamException {
        if ((length & 1) != 0) {
            ensure(1);
            out[length++] = 0;
        }
    }

    private void ensure(int more) throws CodestreamException {
        long needed = (long) length + more;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new CodestreamException("a codestream of more than 2 GiB");
        }
        if (needed > out.length) {
            out = Arrays.copyOf(out, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, out.length * 3L / 2)));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, length);
    }
}
