/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of a data set: what is written here, and between it ranges of a spool. Used by one thread. */
final class SegmentedDataset extends OutputStream {

    private sealed interface Segment permits Written, Spooled {}

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Written(byte[] bytes) implements Segment {}

    private record Spooled(BulkRange range) implements Segment {}

    private final BulkSpool spool;
    private final List<Segment> segments = new ArrayList<>();
    private ByteArrayOutputStream current = new ByteArrayOutputStream();

    SegmentedDataset(BulkSpool spool) {
        this.spool = spool;
    }

    @Override
    public void write(int oneByte) {
        current.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        current.write(bytes, offset, length);
    }

    /** Goes on with bytes of the spool. */
    void append(BulkRange range) {
        seal();
        segments.add(new Spooled(range));
    }

    private void seal() {
        if (current.size() > 0) {
            segments.add(new Written(current.toByteArray()));
            current = new ByteArrayOutputStream();
        }
    }

    /** All bytes, once everything is written. */
    InputStream open() {
        seal();
        return new SequenceInputStream(
                Collections.enumeration(segments.stream().map(this::open).toList()));
    }

    private InputStream open(Segment segment) {
        if (segment instanceof Spooled spooled) {
            return spool.open(spooled.range());
        }
        return new ByteArrayInputStream(((Written) segment).bytes());
    }
}
