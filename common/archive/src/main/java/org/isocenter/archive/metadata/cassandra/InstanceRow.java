/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;

import com.datastax.oss.driver.api.core.cql.Row;

/** A row of {@code instances} as a value. */
final class InstanceRow {

    static final String COLUMNS = "sop_uid, sop_class, transfer_syntax, bucket, object_key, digest, dataset_offset,"
            + " object_size, frame_count, stored_at, source_aet, site, state, attributes, bulk, frames";

    /** What a store writes: all but the state. */
    static final String CONTENT = COLUMNS.replace(" state,", "");

    private InstanceRow() {}

    /** Whether a row has content. One that was rejected before it came has none, and none that was deleted. */
    static boolean hasContent(Row row) {
        return !row.isNull("object_key");
    }

    static StoredInstance read(String studyInstanceUid, String seriesInstanceUid, Row row) {
        return new StoredInstance(
                new InstanceUids(studyInstanceUid, seriesInstanceUid, row.getString(0)),
                row.getString(1),
                row.getString(2),
                new ObjectLocation(row.getString(3), row.getString(4)),
                Blobs.digest(row.getByteBuffer(5)),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8),
                row.getInstant(9),
                row.getString(10),
                row.getString(11),
                state(row.getByte(12)),
                Blobs.bytes(row.getByteBuffer(13)),
                Blobs.bytes(row.getByteBuffer(14)),
                Blobs.bytes(row.getByteBuffer(15)));
    }

    /** Of a column that is null as long as the instance was never rejected; the driver reads null as 0. */
    static InstanceState state(byte code) {
        return switch (code) {
            case 0 -> InstanceState.ACTIVE;
            case 2 -> InstanceState.DELETING;
            default -> InstanceState.REJECTED;
        };
    }

    static byte code(InstanceState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case REJECTED -> 1;
            case DELETING -> 2;
        };
    }
}
