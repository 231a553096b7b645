/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * What it takes to send an instance, without its attributes.
 *
 * @param uids its identifiers
 * @param sopClassUid SOP Class UID
 * @param transferSyntax how it is kept
 * @param location the object
 * @param digest of the data set's bytes
 * @param datasetOffset bytes before the data set
 * @param objectSize bytes of the object
 * @param corrections what is changed in the data set when it goes out
 */
public record InstanceObject(
        InstanceUids uids,
        String sopClassUid,
        TransferSyntax transferSyntax,
        ObjectLocation location,
        Digest digest,
        long datasetOffset,
        long objectSize,
        InstanceCorrections corrections) {

    /** What a narrow read gave. */
    public static InstanceObject of(InstanceLocation instance, InstanceCorrections corrections) {
        return new InstanceObject(
                instance.uids(),
                instance.sopClassUid(),
                TransferSyntax.of(instance.transferSyntaxUid()),
                instance.location(),
                instance.digest(),
                instance.datasetOffset(),
                instance.objectSize(),
                corrections);
    }

    /** The narrow part of a row. */
    public static InstanceObject of(StoredInstance instance, InstanceCorrections corrections) {
        return new InstanceObject(
                instance.uids(),
                instance.sopClassUid(),
                TransferSyntax.of(instance.transferSyntaxUid()),
                instance.location(),
                instance.digest(),
                instance.datasetOffset(),
                instance.objectSize(),
                corrections);
    }

    /** Bytes of the data set. */
    public long datasetLength() {
        return objectSize - datasetOffset;
    }
}
