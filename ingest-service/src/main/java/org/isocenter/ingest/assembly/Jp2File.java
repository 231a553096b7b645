/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.nio.ByteBuffer;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** Takes the codestream out of a JP2 file (ISO/IEC 15444-1 annex I): a fragment holds nothing else (PS3.5 A.4.4). */
final class Jp2File {

    /** The codestream has to begin within so many bytes. */
    static final int HEAD = 64 * 1024;

    private static final long SIGNATURE = 0x0000000C_6A502020L;
    private static final int CODESTREAM_BOX = 0x6A703263;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    private Jp2File() {}

    /**
     * The range of the codestream; the whole if there are no boxes around it.
     *
     * @param head the first bytes of the range, up to {@link #HEAD}
     * @throws ArchiveException PIXEL_DATA_INVALID if there are boxes, but none with a codestream that begins in the head
     */
    static BulkRange codestream(BulkRange range, byte[] head) {
        ByteBuffer boxes = ByteBuffer.wrap(head);
        if (head.length < SHORT_HEADER || boxes.getLong(0) != SIGNATURE) {
            return range;
        }
        long at = 0;
        while (at + LONG_HEADER <= head.length) {
            int position = (int) at;
            long length = boxes.getInt(position) & 0xFFFF_FFFFL;
            int header = SHORT_HEADER;
            if (length == 1) {
                length = boxes.getLong(position + SHORT_HEADER);
                header = LONG_HEADER;
            } else if (length == 0) {
                length = range.length() - at;
            }
            if (length < header || length > range.length() - at) {
                break;
            }
            if (boxes.getInt(position + 4) == CODESTREAM_BOX) {
                return new BulkRange(range.offset() + at + header, length - header);
            }
            at += length;
        }
        throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "a JP2 file without a codestream");
    }
}
