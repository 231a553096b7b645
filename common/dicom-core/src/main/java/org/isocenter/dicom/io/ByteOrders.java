/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import org.isocenter.dicom.data.VR;

/** Turns values between byte orders. */
final class ByteOrders {
    private ByteOrders() {}

    /** Swaps the words of a value in place; what is left over at its end stays. */
    static void swap(byte[] bytes, int offset, int length, VR vr) {
        int unit = vr.wordLength();
        if (unit == 1) {
            return;
        }
        int end = offset + length - length % unit;
        for (int word = offset; word < end; word += unit) {
            for (int low = word, high = word + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }

    /** A swapped copy, or the array itself where there is nothing to swap. */
    static byte[] swapped(byte[] bytes, VR vr) {
        if (vr.wordLength() == 1) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        swap(copy, 0, copy.length, vr);
        return copy;
    }
}
