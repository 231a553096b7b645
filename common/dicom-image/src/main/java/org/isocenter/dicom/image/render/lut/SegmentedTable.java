/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** Palettes written in segments (PS3.3 C.7.9.2), expanded up to the entries that the descriptor allows. */
public final class SegmentedTable {

    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;
    private static final int OFFSET_LENGTH = 4;
    private static final int BYTE_BITS = 8;

    /** Twice what a table of segments of one entry has: empty ones, copied again and again, would only cost time. */
    private static final int MOST_SEGMENTS = 1 << 17;

    private final byte[] data;
    private final int unit;
    private final int[] entries;
    private int position;
    private int filled;
    private int segments;

    private SegmentedTable(byte[] data, int unit, int count) {
        this.data = data;
        this.unit = unit;
        this.entries = new int[count];
    }

    /**
     * Expands a table.
     *
     * @throws RenderException if it is missing, or its segments are not what they should be
     */
    public static LookupTable of(Attributes holder, int descriptorTag, int dataTag, boolean signed)
            throws RenderException {
        int[] descriptor = LookupTable.descriptor(holder, descriptorTag, signed);
        byte[] data = holder.getBytes(dataTag);
        if (data == null) {
            throw damaged();
        }
        SegmentedTable table = new SegmentedTable(data, descriptor[2] > BYTE_BITS ? 2 : 1, descriptor[0]);
        table.expand();
        return new LookupTable(descriptor[1], descriptor[2], table.entries);
    }

    private static RenderException damaged() {
        return new RenderException(Reason.DAMAGED_TABLE, "a palette of segments that cannot be expanded");
    }

    private void expand() throws RenderException {
        while (filled < entries.length && position + 2 * unit <= data.length) {
            int operation = next();
            int length = next();
            if (operation == INDIRECT) {
                indirect(length);
            } else {
                segment(operation, length);
            }
        }
        if (filled < entries.length) {
            throw damaged();
        }
    }

    private void segment(int operation, int length) throws RenderException {
        if (++segments > MOST_SEGMENTS) {
            throw damaged();
        }
        switch (operation) {
            case DISCRETE -> {
                for (int i = 0; i < length; i++) {
                    put(next());
                }
            }
            case LINEAR -> linear(length);
            default -> throw damaged();
        }
    }

    private void linear(int length) throws RenderException {
        if (filled == 0) {
            throw damaged();
        }
        int from = entries[filled - 1];
        int to = next();
        for (int i = 1; i <= length; i++) {
            put(from + Math.round((float) (to - from) * i / length));
        }
    }

    /** Copies segments from earlier in the data; none of these may be indirect itself. */
    private void indirect(int count) throws RenderException {
        if (position + OFFSET_LENGTH > data.length) {
            throw damaged();
        }
        long offset = 0;
        for (int i = OFFSET_LENGTH - 1; i >= 0; i--) {
            offset = offset << BYTE_BITS | (data[position + i] & 0xFF);
        }
        int behind = position + OFFSET_LENGTH;
        if (offset >= behind) {
            throw damaged();
        }
        position = (int) offset;
        for (int i = 0; i < count && filled < entries.length; i++) {
            segment(next(), next());
        }
        position = behind;
    }

    private void put(int entry) {
        if (filled < entries.length) {
            entries[filled++] = entry;
        }
    }

    private int next() throws RenderException {
        if (position + unit > data.length) {
            throw damaged();
        }
        int value = data[position] & 0xFF;
        if (unit == 2) {
            value |= (data[position + 1] & 0xFF) << BYTE_BITS;
        }
        position += unit;
        return value;
    }
}
