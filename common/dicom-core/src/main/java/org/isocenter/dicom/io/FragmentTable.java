/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.util.Arrays;
import java.util.BitSet;

/** The fragments of encapsulated pixel data as they were met, and how they make frames (PS3.5 A.4). */
final class FragmentTable {
    private static final int INITIAL = 4;
    private static final int ITEM_HEADER = 8;

    private long[] offsets = new long[INITIAL];
    private long[] lengths = new long[INITIAL];
    private final BitSet codestreamStarts = new BitSet();
    private int count;

    /** Adds a fragment: the offset of its item's header and its length without that. */
    void add(long offset, long length, boolean startsCodestream) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        offsets[count] = offset;
        lengths[count] = length;
        codestreamStarts.set(count, startsCodestream);
        count++;
    }

    int count() {
        return count;
    }

    /**
     * The frames.
     *
     * @param frames Number of Frames; 0 if it is absent
     * @param tables offsets of frames from the first fragment's item, those to be preferred first
     */
    FrameIndex frames(int frames, boolean video, long[]... tables) {
        if (count == 0) {
            return FrameIndex.ofEncapsulated(new long[0], new long[0], new BitSet());
        }
        if (frames == 1 || video) {
            return grouped(first());
        }
        for (long[] table : tables) {
            BitSet starts = startsOf(table, frames);
            if (starts != null) {
                return grouped(starts);
            }
        }
        if (frames == 0 && tables.length == 0 && count == 1) {
            return grouped(first());
        }
        boolean detected = codestreamStarts.get(0) && (frames == 0 || codestreamStarts.cardinality() == frames);
        if (frames != count && detected || frames == 0 && !codestreamStarts.get(0)) {
            return grouped(frames == 0 && !detected ? first() : codestreamStarts);
        }
        return grouped(frames != count && codestreamStarts.get(0) ? codestreamStarts : each());
    }

    private static BitSet first() {
        BitSet first = new BitSet();
        first.set(0);
        return first;
    }

    private BitSet each() {
        BitSet each = new BitSet();
        each.set(0, count);
        return each;
    }

    /** The fragments at which frames start, or null if the table does not fit what was met. */
    private BitSet startsOf(long[] table, int frames) {
        if (table.length == 0 || frames > 0 && table.length != frames || table[0] != 0) {
            return null;
        }
        BitSet starts = new BitSet();
        int fragment = 0;
        for (long offset : table) {
            while (fragment < count && offsets[fragment] - offsets[0] < offset) {
                fragment++;
            }
            if (fragment == count || offsets[fragment] - offsets[0] != offset || starts.get(fragment)) {
                return null;
            }
            starts.set(fragment);
        }
        return starts;
    }

    private FrameIndex grouped(BitSet starts) {
        int frames = starts.cardinality();
        long[] frameOffsets = new long[frames];
        long[] frameLengths = new long[frames];
        BitSet fragmented = new BitSet();
        int from = 0;
        for (int frame = 0; frame < frames; frame++) {
            int next = starts.nextSetBit(from + 1);
            int last = (next < 0 ? count : next) - 1;
            frameOffsets[frame] = offsets[from];
            frameLengths[frame] = offsets[last] + ITEM_HEADER + lengths[last] - offsets[from];
            fragmented.set(frame, last > from);
            from = last + 1;
        }
        return FrameIndex.ofEncapsulated(frameOffsets, frameLengths, fragmented);
    }
}
