/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The lines of a frame's components as numbers, whatever its planar configuration: of 8, 16 or 32 bits allocated. The
 * samples are not copied; safe for threads that work on lines of their own.
 */
public final class SampleLines {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final FrameFormat format;
    private final byte[] samples;
    private final int cellBytes;

    /**
     * Of samples.
     *
     * @throws IllegalArgumentException if cells are not of whole bytes, or {@link #isPossible} says no
     */
    public SampleLines(FrameFormat format, byte[] samples) {
        if (!isPossible(format) || samples.length != format.length()) {
            throw new IllegalArgumentException("no lines of such samples");
        }
        this.format = format;
        this.samples = samples;
        cellBytes = format.bitsAllocated() / 8;
    }

    /** Whether a frame has lines of numbers: of 8, 16 or 32 bits allocated. */
    public static boolean isPossible(FrameFormat format) {
        int bitsAllocated = format.bitsAllocated();
        return bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32;
    }

    private int start(int row, int component) {
        return format.planar()
                ? (component * format.rows() + row) * format.columns() * cellBytes
                : (row * format.columns() * format.samplesPerPixel() + component) * cellBytes;
    }

    private int stride() {
        return format.planar() ? cellBytes : format.samplesPerPixel() * cellBytes;
    }

    /**
     * Takes one line.
     *
     * @param row from 0
     * @param component from 0
     * @param line takes the cells as they stand, unsigned up to 16 bits
     * @param from index of the first
     */
    public void get(int row, int component, int[] line, int from) {
        int stride = stride();
        int at = start(row, component);
        int end = from + format.columns();
        byte[] in = samples;
        if (cellBytes == 1) {
            for (int i = from; i < end; i++, at += stride) {
                line[i] = in[at] & 0xFF;
            }
        } else if (cellBytes == 2) {
            for (int i = from; i < end; i++, at += stride) {
                line[i] = (short) SHORTS.get(in, at) & 0xFFFF;
            }
        } else {
            for (int i = from; i < end; i++, at += stride) {
                line[i] = (int) INTS.get(in, at);
            }
        }
    }

    /** Puts one line: the low bits that fit. */
    public void put(int row, int component, int[] line, int from) {
        put(row, component, line, from, 0);
    }

    /**
     * Puts one line of samples with fewer bits than their cells, whose highest bit is a sign.
     *
     * @param unusedBits how many of 32 bits the samples do not use; 0 to take them as they stand
     */
    public void put(int row, int component, int[] line, int from, int unusedBits) {
        int stride = stride();
        int at = start(row, component);
        int end = from + format.columns();
        byte[] out = samples;
        if (cellBytes == 1) {
            for (int i = from; i < end; i++, at += stride) {
                out[at] = (byte) (line[i] << unusedBits >> unusedBits);
            }
        } else if (cellBytes == 2) {
            for (int i = from; i < end; i++, at += stride) {
                SHORTS.set(out, at, (short) (line[i] << unusedBits >> unusedBits));
            }
        } else {
            for (int i = from; i < end; i++, at += stride) {
                INTS.set(out, at, line[i] << unusedBits >> unusedBits);
            }
        }
    }
}
