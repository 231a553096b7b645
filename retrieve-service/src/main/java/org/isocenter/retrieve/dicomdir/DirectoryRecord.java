/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dicomdir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** A record with those of the level below it, kept encoded: a set of many files has many. Used by one thread. */
final class DirectoryRecord {

    private static final int ITEM_HEADER = 8;

    /** Where the value of (0004,1400) lies in the encoded record: it is the first element, explicit VR. */
    private static final int NEXT_OFFSET = 8;

    /** Where the value of (0004,1420) lies: after (0004,1400), 12 bytes, and (0004,1410), 10 bytes. */
    private static final int LOWER_OFFSET = 12 + 10 + 8;

    private final byte[] encoded;
    private final List<DirectoryRecord> children = new ArrayList<>();
    private int offset;

    private DirectoryRecord(byte[] encoded) {
        this.encoded = encoded;
    }

    /** A record with keys of its type; what links it is added. */
    static DirectoryRecord of(RecordType type, Attributes keys) {
        Attributes record = new Attributes(keys.size() + 4);
        record.setInt(Tag.OffsetOfTheNextDirectoryRecord, VR.UL, 0);
        record.setInt(Tag.RecordInUseFlag, VR.US, 0xFFFF);
        record.setInt(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, 0);
        record.setString(Tag.DirectoryRecordType, VR.CS, type.value());
        record.addAll(keys);
        return new DirectoryRecord(DatasetWriter.toBytes(record, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    }

    void add(DirectoryRecord child) {
        children.add(child);
    }

    int childCount() {
        return children.size();
    }

    /** Bytes with the header of its item, from the start of the file. */
    int place(int at) {
        offset = at;
        int end = at + ITEM_HEADER + encoded.length;
        for (DirectoryRecord child : children) {
            end = child.place(end);
        }
        return end;
    }

    /** Where it lies (PS3.3 F.2.2: the first byte of its item). */
    int offset() {
        return offset;
    }

    /** Appends it and all below it as items, the next one of its level being at an offset or there being none (0). */
    void appendTo(List<byte[]> items, int next) {
        ByteBuffer record = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(NEXT_OFFSET, next);
        record.putInt(LOWER_OFFSET, children.isEmpty() ? 0 : children.get(0).offset);
        ByteBuffer header = ByteBuffer.allocate(ITEM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(encoded.length);
        items.add(header.array());
        items.add(encoded);
        appendAll(children, items);
    }

    /** Appends the records of one level, each linked to the next. */
    static void appendAll(List<DirectoryRecord> level, List<byte[]> items) {
        for (int i = 0; i < level.size(); i++) {
            level.get(i).appendTo(items, i + 1 < level.size() ? level.get(i + 1).offset : 0);
        }
    }
}
