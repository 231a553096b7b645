/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Tag;

/** Writes frames as fragments, one each, behind a Basic Offset Table (PS3.5 A.4). */
final class EncapsulatedFrames {

    private static final int ITEM_HEADER = 8;
    private static final int OFFSET = 4;
    private static final long LONGEST_FRAGMENT = 0xFFFF_FFFEL;
    /** Videos may be longer than a fragment (PS3.5 8.2.5); even, as fragments have to be. */
    private static final long VIDEO_FRAGMENT = 1L << 30;

    private final List<BulkPart> frames;
    private final boolean video;

    /**
     * @param frames at least one
     * @param video whether it is one stream, which may be cut anywhere
     * @throws ArchiveException LIMIT_EXCEEDED if a frame is longer than a fragment can be, PIXEL_DATA_INVALID if one is empty
     */
    EncapsulatedFrames(List<BulkPart> frames, boolean video) {
        this.frames = List.copyOf(frames);
        this.video = video;
        for (BulkPart frame : frames) {
            if (frame.length() == 0) {
                throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "a frame is empty");
            }
            if (!video && frame.length() > LONGEST_FRAGMENT) {
                throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a frame is longer than a fragment can be");
            }
        }
    }

    /** Writes the items, without the delimiter. */
    void writeTo(SegmentedDataset out) throws IOException {
        writeOffsetTable(out);
        for (BulkPart frame : frames) {
            long longest = video ? VIDEO_FRAGMENT : LONGEST_FRAGMENT;
            for (long from = 0; from < frame.length(); from += longest) {
                long length = Math.min(longest, frame.length() - from);
                writeItemHeader(out, even(length));
                out.append(new BulkRange(frame.range().offset() + from, length));
                if (even(length) != length) {
                    out.write(0);
                }
            }
        }
    }

    /** Empty for a single frame, and where an offset does not fit. */
    private void writeOffsetTable(OutputStream out) throws IOException {
        long last = 0;
        for (BulkPart frame : frames.subList(0, frames.size() - 1)) {
            last += ITEM_HEADER + even(frame.length());
        }
        if (frames.size() == 1 || last > 0xFFFF_FFFFL) {
            writeItemHeader(out, 0);
            return;
        }
        ByteBuffer table = ByteBuffer.allocate(frames.size() * OFFSET).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        for (BulkPart frame : frames) {
            table.putInt((int) offset);
            offset += ITEM_HEADER + even(frame.length());
        }
        writeItemHeader(out, table.capacity());
        out.write(table.array());
    }

    private static void writeItemHeader(OutputStream out, long length) throws IOException {
        out.write(ByteBuffer.allocate(ITEM_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (Tag.Item >>> 16))
                .putShort((short) Tag.Item)
                .putInt((int) length)
                .array());
    }

    private static long even(long length) {
        return length + (length & 1);
    }
}
