/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.FrameIndex;

/**
 * A row of {@code instances}: all that is known of an instance without reading its object.
 *
 * @param uids its identifiers
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param transferSyntaxUid how the data set in the object is encoded
 * @param location the object
 * @param digest of the data set's bytes
 * @param datasetOffset bytes of preamble and file meta information before the data set in the object
 * @param objectSize bytes of the whole object
 * @param numberOfFrames frames that can be retrieved one by one; 0 when there are no pixel data
 * @param storedAt when it was acknowledged, to the millisecond
 * @param sourceAet the AE title that sent it, or empty
 * @param site the site that it was received at
 * @param state whether it is shown
 * @param attributes the data set without its bulk values, explicit VR little endian, character set as it arrived
 * @param bulk where the bulk values lie, encoded by {@code BulkIndex}
 * @param frames where the frames lie, encoded by {@code FrameIndex}
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
public record StoredInstance(
        InstanceUids uids,
        String sopClassUid,
        String transferSyntaxUid,
        ObjectLocation location,
        Digest digest,
        long datasetOffset,
        long objectSize,
        int numberOfFrames,
        Instant storedAt,
        String sourceAet,
        String site,
        InstanceState state,
        byte[] attributes,
        byte[] bulk,
        byte[] frames) {

    /** Bytes of the data set in the object. */
    public long datasetLength() {
        return objectSize - datasetOffset;
    }

    /** The data set, its bulk values as places in the object's data set. Throws INTERNAL if the row cannot be read. */
    public Attributes decodeAttributes() {
        return dataset().decode();
    }

    /** The data set without its bulk values. Throws INTERNAL if the row cannot be read. */
    public Attributes decodeWithoutBulk() {
        return dataset().decodeWithoutBulk();
    }

    /** What the row says of the data set. */
    public InstanceAttributes dataset() {
        return new InstanceAttributes(uids, state, attributes, bulk);
    }

    /** Where the frames lie in the object's data set. */
    public FrameIndex frameIndex() {
        return FrameIndex.decode(frames);
    }
}
