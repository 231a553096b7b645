/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Writes elements into a buffer before a stream. */
final class ElementOutput {
    private static final int UNDEFINED = 0xFFFF_FFFF;
    private static final int BUFFER = 8 * 1024;

    private final OutputStream out;
    private final BulkDataOutput bulkData;
    private final byte[] buffer = new byte[BUFFER];
    private boolean explicit;
    private boolean bigEndian;
    private int used;

    ElementOutput(OutputStream out, boolean explicit, boolean bigEndian) {
        this(out, explicit, bigEndian, BulkDataOutput.NONE);
    }

    /** With what writes the values that lie elsewhere. */
    ElementOutput(OutputStream out, boolean explicit, boolean bigEndian, BulkDataOutput bulkData) {
        this.out = out;
        this.bulkData = bulkData;
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** Writes the elements of a data set or an item. */
    void writeDataset(Attributes attributes) throws IOException {
        for (int i = 0; i < attributes.size(); i++) {
            int tag = attributes.tagAt(i);
            if ((tag & 0xFFFF) == 0) {
                writeGroupLength(attributes, i);
            } else {
                writeElement(tag, attributes.vrAt(i), attributes.valueAt(i));
            }
        }
    }

    private void writeGroupLength(Attributes attributes, int index) throws IOException {
        long length = EncodedLength.ofGroup(attributes, index + 1, explicit);
        if (length < 0 || length > 0xFFFF_FFFFL) {
            return; // PS3.5 7.2: retired, and nothing needs it
        }
        writeHeader(attributes.tagAt(index), VR.UL, 4);
        putInt((int) length);
    }

    private void writeElement(int tag, VR vr, Object value) throws IOException {
        if (value instanceof Sequence sequence) {
            writeSequence(tag, vr, sequence);
        } else if (value instanceof Fragments fragments) {
            writeFragments(tag, vr, fragments);
        } else if (value instanceof byte[] bytes) {
            writeBytes(tag, vr, bytes);
        } else {
            writeBulkData(tag, vr, (BulkData) value);
        }
    }

    private void writeBulkData(int tag, VR vr, BulkData bulk) throws IOException {
        if (bulk.encapsulated()) {
            writeHeader(tag, vr, UNDEFINED);
            flush();
            bulkData.write(tag, bulk, out);
            return;
        }
        long padded = bulk.length() + (bulk.length() & 1);
        if (padded > 0xFFFF_FFFEL) {
            throw DicomFormatException.at(DicomFormatException.Reason.ELEMENT_TOO_LONG, tag, 0);
        }
        writeHeader(tag, EncodedLength.writtenVr(vr, padded, explicit), (int) padded);
        flush();
        bulkData.write(tag, bulk, out);
        if (padded != bulk.length()) {
            reserve(1);
            buffer[used++] = vr.padding();
        }
    }

    private void writeBytes(int tag, VR vr, byte[] bytes) throws IOException {
        int padded = bytes.length + (bytes.length & 1);
        VR written = EncodedLength.writtenVr(vr, padded, explicit);
        writeHeader(tag, written, padded);
        byte[] ordered = bigEndian ? ByteOrders.swapped(bytes, vr) : bytes;
        put(ordered, 0, ordered.length);
        if (padded != bytes.length) {
            reserve(1);
            buffer[used++] = vr.padding();
        }
    }

    /** Writes an element's header; a length of -1 is an undefined one. */
    void writeHeader(int tag, VR vr, int length) throws IOException {
        reserve(12);
        putTag(tag);
        if (explicit) {
            buffer[used++] = (byte) vr.name().charAt(0);
            buffer[used++] = (byte) vr.name().charAt(1);
            if (!vr.hasLongHeader()) {
                putShort(length);
                return;
            }
            putShort(0);
        }
        putInt(length);
    }

    private void writeSequence(int tag, VR vr, Sequence sequence) throws IOException {
        boolean unknown = vr == VR.UN && explicit;
        boolean implicitItems = !explicit || unknown;
        boolean undefined =
                sequence.undefinedLength() || EncodedLength.ofItems(sequence, !implicitItems) > 0xFFFF_FFFEL;
        int length = undefined ? UNDEFINED : (int) EncodedLength.ofItems(sequence, !implicitItems);
        writeHeader(tag, unknown ? VR.UN : VR.SQ, length);
        boolean outerExplicit = explicit;
        boolean outerBigEndian = bigEndian;
        if (unknown) {
            explicit = false;
            bigEndian = false;
        }
        for (Attributes item : sequence) {
            writeItem(item);
        }
        if (undefined) {
            writeItemHeader(Tag.SequenceDelimitationItem, 0);
        }
        explicit = outerExplicit;
        bigEndian = outerBigEndian;
    }

    private void writeItem(Attributes item) throws IOException {
        boolean undefined = item.undefinedLength() || EncodedLength.ofElements(item, explicit) > 0xFFFF_FFFEL;
        writeItemHeader(Tag.Item, undefined ? UNDEFINED : (int) EncodedLength.ofElements(item, explicit));
        writeDataset(item);
        if (undefined) {
            writeItemHeader(Tag.ItemDelimitationItem, 0);
        }
    }

    void writeItemHeader(int tag, int length) throws IOException {
        reserve(8);
        putTag(tag);
        putInt(length);
    }

    private void writeFragments(int tag, VR vr, Fragments fragments) throws IOException {
        writeHeader(tag, vr, UNDEFINED);
        if (fragments.isEmpty()) {
            writeItemHeader(Tag.Item, 0);
        }
        for (byte[] fragment : fragments) {
            writeItemHeader(Tag.Item, fragment.length + (fragment.length & 1));
            put(fragment, 0, fragment.length);
            if ((fragment.length & 1) != 0) {
                reserve(1);
                buffer[used++] = 0;
            }
        }
        writeItemHeader(Tag.SequenceDelimitationItem, 0);
    }

    /** Writes bytes as they are. */
    void put(byte[] bytes, int offset, int length) throws IOException {
        if (length > BUFFER - used) {
            flush();
            if (length >= BUFFER) {
                out.write(bytes, offset, length);
                return;
            }
        }
        System.arraycopy(bytes, offset, buffer, used, length);
        used += length;
    }

    private void reserve(int count) throws IOException {
        if (BUFFER - used < count) {
            flush();
        }
    }

    private void putTag(int tag) {
        putShort(tag >>> 16);
        putShort(tag);
    }

    private void putShort(int value) {
        buffer[used + (bigEndian ? 1 : 0)] = (byte) value;
        buffer[used + (bigEndian ? 0 : 1)] = (byte) (value >> 8);
        used += 2;
    }

    private void putInt(int value) throws IOException {
        reserve(4);
        putShort(bigEndian ? value >>> 16 : value);
        putShort(bigEndian ? value : value >>> 16);
    }
}
