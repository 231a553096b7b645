/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** A lookup table (PS3.3 C.11.1.1.1): inputs before and behind it map to its first and last entry. Immutable. */
public final class LookupTable {

    private static final int DESCRIPTOR_VALUES = 3;
    private static final int MOST_ENTRIES = 65_536;
    private static final int BYTE_BITS = 8;
    private static final int WORD_BITS = 16;

    private final int first;
    private final int bits;
    private final int[] entries;

    LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /**
     * The table of an item: LUT Descriptor (0028,3002) and LUT Data (0028,3006).
     *
     * @throws RenderException if one of them is missing or not what it should be
     */
    public static LookupTable of(Attributes item) throws RenderException {
        return of(item, Tag.LUTDescriptor, Tag.LUTData, false);
    }

    /**
     * The table of a descriptor and its data.
     *
     * @param signed whether the first input is signed even if its VR does not say so
     * @throws RenderException if one of them is missing or not what it should be
     */
    public static LookupTable of(Attributes holder, int descriptorTag, int dataTag, boolean signed)
            throws RenderException {
        int[] descriptor = descriptor(holder, descriptorTag, signed);
        byte[] data = holder.getBytes(dataTag);
        if (data == null) {
            throw new RenderException(Reason.DAMAGED_TABLE, "a lookup table without data at hand");
        }
        return of(descriptor, data);
    }

    /** The number of entries, the first input and the bits of an entry. */
    static int[] descriptor(Attributes holder, int tag, boolean signed) throws RenderException {
        int[] values = holder.getInts(tag);
        if (values.length < DESCRIPTOR_VALUES) {
            throw new RenderException(Reason.DAMAGED_TABLE, "a lookup table without a descriptor");
        }
        int count = values[0] & 0xFFFF;
        boolean isSigned = signed || holder.getVR(tag) == VR.SS;
        int first = isSigned ? (short) values[1] : values[1] & 0xFFFF;
        int bits = values[2];
        if (bits < 1 || bits > WORD_BITS) {
            throw new RenderException(Reason.DAMAGED_TABLE, "a lookup table with entries of impossible bits");
        }
        return new int[] {count == 0 ? MOST_ENTRIES : count, first, bits};
    }

    static LookupTable of(int[] descriptor, byte[] data) throws RenderException {
        int count = descriptor[0];
        int[] entries = new int[count];
        if (data.length >= 2 * count) {
            for (int i = 0; i < count; i++) {
                entries[i] = (data[2 * i] & 0xFF) | (data[2 * i + 1] & 0xFF) << BYTE_BITS;
            }
        } else if (data.length >= count) {
            for (int i = 0; i < count; i++) { // two entries of 8 bits in a word
                entries[i] = data[i] & 0xFF;
            }
        } else {
            throw new RenderException(Reason.DAMAGED_TABLE, "a lookup table shorter than its descriptor says");
        }
        return new LookupTable(descriptor[1], bits(descriptor[2], entries), entries);
    }

    /** Entries that exceed the bits described prove the description wrong. */
    private static int bits(int described, int[] entries) {
        int all = 0;
        for (int each : entries) {
            all |= each;
        }
        return Math.max(described, Integer.SIZE - Integer.numberOfLeadingZeros(all));
    }

    /** The table of the first item of a sequence; empty if there is none. */
    public static Optional<LookupTable> ofSequence(Attributes holder, int sequence) throws RenderException {
        Attributes item = holder.getNested(sequence);
        return item == null ? Optional.empty() : Optional.of(of(item));
    }

    /** The entry of an input. */
    public int entry(double input) {
        double index = Math.floor(input) - first;
        if (!(index > 0)) {
            return entries[0];
        }
        return entries[(int) Math.min(index, entries.length - 1)];
    }

    /** The entry of an input in parts of the greatest that its bits allow. */
    public double normalized(double input) {
        return (double) entry(input) / ((1 << bits) - 1);
    }

    /** The entry at a place from 0 for the first to 1 for the last, in parts of the greatest. */
    public double normalizedAt(double place) {
        return normalized(first + Math.rint(place * (entries.length - 1)));
    }

    /** The entry of an input in 8 bits; what is wider loses its low bits. */
    public int eightBits(int input) {
        int entry = entry(input);
        return bits > BYTE_BITS ? entry >> (bits - BYTE_BITS) : entry;
    }

    /** The least input that has an entry of its own. */
    public int first() {
        return first;
    }

    /** How many entries there are, 1 to 65536. */
    public int size() {
        return entries.length;
    }

    /** The bits of an entry, 1 to 16. */
    public int bits() {
        return bits;
    }
}
