/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** Where the frames of an instance lie in its data set. Immutable. */
public final class FrameIndex {
    /** How frames lie. */
    public enum Kind {
        /** There are none that could be addressed: no pixel data, or a deflated data set. */
        NONE,
        /** One after the other, in bits. */
        NATIVE,
        /** In fragments. */
        ENCAPSULATED
    }

    /** No frames. */
    public static final FrameIndex EMPTY = new FrameIndex(Kind.NONE, 0, 0, 0, new long[0], new long[0], null);

    private final Kind kind;
    private final int count;
    private final long start;
    private final long frameBits;
    private final long[] offsets;
    private final long[] lengths;
    private final BitSet fragmented;

    private FrameIndex(
            Kind kind, int count, long start, long frameBits, long[] offsets, long[] lengths, BitSet fragmented) {
        this.kind = kind;
        this.count = count;
        this.start = start;
        this.frameBits = frameBits;
        this.offsets = offsets;
        this.lengths = lengths;
        this.fragmented = fragmented;
    }

    /** Frames of a number of bits each, from an offset in the data set on. */
    public static FrameIndex ofNative(long start, long frameBits, int count) {
        return new FrameIndex(Kind.NATIVE, count, start, frameBits, new long[0], new long[0], null);
    }

    static FrameIndex ofEncapsulated(long[] offsets, long[] lengths, BitSet fragmented) {
        return new FrameIndex(Kind.ENCAPSULATED, offsets.length, 0, 0, offsets, lengths, fragmented);
    }

    /** How frames lie. */
    public Kind kind() {
        return kind;
    }

    /** The number of frames that can be addressed; a video is one. */
    public int count() {
        return count;
    }

    /** Bits of a native frame, not always a multiple of 8 where pixels have one bit; 0 for other kinds. */
    public long frameBits() {
        return frameBits;
    }

    /** Where a frame lies, counted from 0; native frames that share bytes overlap. */
    public FrameRange frame(int frame) {
        Objects.checkIndex(frame, count);
        if (kind == Kind.ENCAPSULATED) {
            return new FrameRange(offsets[frame], lengths[frame], true, fragmented.get(frame));
        }
        long firstBit = frame * frameBits;
        long firstByte = firstBit >> 3;
        long endByte = (firstBit + frameBits + 7) >> 3;
        return new FrameRange(start + firstByte, endByte - firstByte, false, false);
    }

    /** The bit of the range's first byte at which a native frame begins, from 0 for the lowest (PS3.5 8.1.1). */
    public int bitOffset(int frame) {
        Objects.checkIndex(frame, count);
        return kind == Kind.NATIVE ? (int) (frame * frameBits & 7) : 0;
    }

    /** The frame's bytes from those of its range: without items' headers, and from its first bit on. */
    public byte[] extract(int frame, byte[] range) {
        byte[] bytes = frame(frame).strip(range);
        return kind == Kind.NATIVE ? PackedBits.align(bytes, bitOffset(frame), frameBits) : bytes;
    }

    /** A compact form: some four bytes a frame at the most as a rule. */
    public byte[] encode() {
        VariableLengthBytes out = new VariableLengthBytes();
        out.put(kind.ordinal());
        out.put(count);
        if (kind == Kind.NATIVE) {
            out.put(start);
            out.put(frameBits);
        }
        long expected = 0;
        for (int frame = 0; frame < offsets.length; frame++) {
            out.putSigned(offsets[frame] - expected);
            out.put(lengths[frame] << 1 | (fragmented.get(frame) ? 1 : 0));
            expected = offsets[frame] + lengths[frame];
        }
        return out.toBytes();
    }

    /** From the compact form; an {@link IllegalArgumentException} if it is none. */
    public static FrameIndex decode(byte[] bytes) {
        VariableLengthBytes in = new VariableLengthBytes(bytes);
        long ordinal = in.get();
        int count = Math.toIntExact(in.get());
        if (ordinal < 0 || ordinal >= Kind.values().length || count < 0) {
            throw new IllegalArgumentException("not a frame index");
        }
        Kind kind = Kind.values()[(int) ordinal];
        if (kind != Kind.ENCAPSULATED) {
            return kind == Kind.NONE ? EMPTY : ofNative(in.get(), in.get(), count);
        }
        if (count > bytes.length / 2) {
            throw new IllegalArgumentException("not a frame index");
        }
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        BitSet fragmented = new BitSet();
        long expected = 0;
        for (int frame = 0; frame < count; frame++) {
            offsets[frame] = expected + in.getSigned();
            long length = in.get();
            lengths[frame] = length >>> 1;
            fragmented.set(frame, (length & 1) != 0);
            expected = offsets[frame] + lengths[frame];
        }
        return ofEncapsulated(offsets, lengths, fragmented);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameIndex that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    @Override
    public String toString() {
        return kind + "[" + count + " frames]";
    }
}
