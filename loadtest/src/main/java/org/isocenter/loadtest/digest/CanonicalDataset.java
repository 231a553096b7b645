/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

import java.io.IOException;
import java.util.Arrays;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;

/**
 * Turns a data set into a form that is the same however it was encoded: tag, length and value of each element in little endian
 * without padding; sequences and items with their borders; neither VR, nor group lengths, nor the framing of fragments. Not
 * thread-safe.
 */
final class CanonicalDataset {

    private static final int UNDEFINED = -1;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_DELIMITATION = 0xFFFEE00D;
    private static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;
    private static final int TRAILING_PADDING = 0xFFFCFFFC;
    private static final int MAX_UNPADDED = 1 << 20;
    private static final int MAX_DEPTH = 64;
    private static final long TO_END = Long.MAX_VALUE;

    private final DatasetInput in;
    private final boolean explicitVr;
    private final ByteSink elements;
    private final ByteSink pixels;

    CanonicalDataset(DatasetInput in, boolean explicitVr, ByteSink elements, ByteSink pixels) {
        this.in = in;
        this.explicitVr = explicitVr;
        this.elements = elements;
        this.pixels = pixels;
    }

    /** Reads to the end. */
    void read() throws IOException {
        items(TO_END, explicitVr, 0);
    }

    /** Elements until a position, a delimitation, or the end of a data set that is not nested. */
    private void items(long end, boolean explicit, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("sequences are nested more than " + MAX_DEPTH + " deep");
        }
        while (in.position() < end && !(depth == 0 && in.isAtEnd())) {
            int tag = in.tag();
            if (tag == ITEM_DELIMITATION) {
                in.integer();
                return;
            }
            VR vr = Dictionary.vrOf(tag);
            int length;
            if (explicit) {
                vr = VR.of(in.unsignedByte(), in.unsignedByte());
                if (vr == null || vr.hasLongHeader()) {
                    in.unsignedShort();
                    length = in.integer();
                } else {
                    length = in.unsignedShort();
                }
            } else {
                length = in.integer();
            }
            element(tag, vr == null ? VR.UN : vr, length, explicit, depth);
        }
    }

    private void element(int tag, VR vr, int length, boolean explicit, int depth) throws IOException {
        if (tag == Tag.PixelData && depth == 0) {
            number(tag);
            pixelData(vr, length);
        } else if (vr == VR.SQ || length == UNDEFINED) {
            number(tag);
            // PS3.5 6.2.2: what is UN and of undefined length is a sequence in implicit VR
            sequence(length, explicit && vr != VR.UN, depth + 1);
        } else if (length < 0) {
            throw new IOException("an element of more than 2 GiB that is not pixel data");
        } else if ((tag & 0xffff) == 0 || tag == TRAILING_PADDING) {
            in.copy(length, (bytes, offset, count) -> {});
        } else if (length > MAX_UNPADDED) {
            number(tag);
            number(length);
            in.copy(length, swapping(vr, elements));
        } else {
            value(tag, vr, in.bytes(length));
        }
    }

    private void value(int tag, VR vr, byte[] bytes) {
        swap(vr, bytes, 0, bytes.length);
        // a private element is UN in implicit VR
        VR padded = (tag >> 16 & 1) == 1 ? VR.UN : vr;
        int length = bytes.length;
        while (length > 0 && isPadding(padded, bytes[length - 1])) {
            length--;
        }
        number(tag);
        number(length);
        elements.write(bytes, 0, length);
    }

    private static boolean isPadding(VR vr, byte last) {
        return last == 0 && (vr.isText() || vr == VR.UN || vr == VR.OB) || last == ' ' && (vr.isText() || vr == VR.UN);
    }

    private void sequence(int length, boolean explicit, int depth) throws IOException {
        long end = length == UNDEFINED ? TO_END : in.position() + (length & 0xffffffffL);
        while (in.position() < end) {
            int tag = in.tag();
            int itemLength = in.integer();
            if (tag == SEQUENCE_DELIMITATION) {
                break;
            } else if (tag != ITEM) {
                throw new IOException("a sequence holds something else than items");
            }
            number(ITEM);
            items(itemLength == UNDEFINED ? TO_END : in.position() + (itemLength & 0xffffffffL), explicit, depth);
            number(ITEM_DELIMITATION);
        }
        number(SEQUENCE_DELIMITATION);
    }

    /** Native pixels as they are, or the fragments one after the other without the offset table (PS3.5 annex A.4). */
    private void pixelData(VR vr, int length) throws IOException {
        if (length != UNDEFINED) {
            in.copy(length & 0xffffffffL, swapping(vr, pixels));
            return;
        }
        boolean offsetTable = true;
        for (int tag = in.tag(); tag != SEQUENCE_DELIMITATION; tag = in.tag()) {
            long fragment = in.integer() & 0xffffffffL;
            in.copy(fragment, offsetTable ? (bytes, offset, count) -> {} : pixels);
            offsetTable = false;
        }
        in.integer();
    }

    private ByteSink swapping(VR vr, ByteSink sink) {
        return (bytes, offset, count) -> {
            swap(vr, bytes, offset, count);
            sink.write(bytes, offset, count);
        };
    }

    private void swap(VR vr, byte[] bytes, int offset, int length) {
        int word = vr.wordLength();
        if (!in.bigEndian() || word == 1) {
            return;
        }
        // a tag (AT) is two words of two bytes
        int step = vr == VR.AT ? 2 : word;
        for (int start = offset; start + step <= offset + length; start += step) {
            byte[] turned = Arrays.copyOfRange(bytes, start, start + step);
            for (int i = 0; i < step; i++) {
                bytes[start + i] = turned[step - 1 - i];
            }
        }
    }

    private void number(int value) {
        elements.write(
                new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)}, 0, 4);
    }
}
