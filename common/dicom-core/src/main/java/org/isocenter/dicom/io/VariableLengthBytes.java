/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.util.Arrays;

/** Whole numbers in as few bytes as they need: seven bits a byte, the lowest first. */
final class VariableLengthBytes {
    private static final int INITIAL = 64;
    private static final int MAX_SHIFT = 63;

    private byte[] bytes;
    private int at;

    VariableLengthBytes() {
        bytes = new byte[INITIAL];
    }

    VariableLengthBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    void put(long value) {
        long rest = value;
        if (bytes.length - at < 10) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    void putSigned(long value) {
        put(value << 1 ^ value >> 63);
    }

    long get() {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            if (at >= bytes.length) {
                break;
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("the number ends early");
    }

    long getSigned() {
        long value = get();
        return value >>> 1 ^ -(value & 1);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, at);
    }
}
