/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.retrieve.send.BodyWriter;

/**
 * An encapsulated value that is no pixel data of frames, such as that of an icon (PS3.3 C.7.6.1.1.6): its fragments one behind the other,
 * without the basic offset table (PS3.5 A.4), as they are read.
 */
final class FragmentsContent implements Content {

    private static final int ITEM = 0xFFFEE000;
    private static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;
    private static final int HEADER = 8;

    private final ObjectContent fromTable;

    /** Of what lies from the first item's header, that of the offset table, to the end of the data set. */
    FragmentsContent(ObjectContent fromTable) {
        this.fromTable = fromTable;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        fromTable.prepare(executor);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        try (InputStream in = fromTable.open()) {
            in.skipNBytes(itemLength(in));
            for (long length = itemLength(in); length >= 0; length = itemLength(in)) {
                out.transfer(in, length);
            }
        }
    }

    /** The length of the item that begins, or -1 at the end. */
    private static long itemLength(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(HEADER);
        if (bytes.length < HEADER) {
            throw damaged();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int tag = header.getShort() << 16 | header.getShort() & 0xFFFF;
        if (tag == SEQUENCE_DELIMITATION_ITEM) {
            return -1;
        }
        if (tag != ITEM) {
            throw damaged();
        }
        return Integer.toUnsignedLong(header.getInt());
    }

    private static ArchiveException damaged() {
        return new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an encapsulated value is not made of items");
    }

    @Override
    public void close() {
        fromTable.close();
    }
}
