/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.io.IOException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * What an instance's row says of its data set: all that metadata need.
 *
 * @param uids its identifiers
 * @param state whether it is shown
 * @param attributes the data set without its bulk values, explicit VR little endian, character set as it arrived
 * @param bulk where the bulk values lie, encoded by {@code BulkIndex}
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
public record InstanceAttributes(InstanceUids uids, InstanceState state, byte[] attributes, byte[] bulk) {

    /** The data set, its bulk values as places in the object's data set. Throws INTERNAL if the row cannot be read. */
    public Attributes decode() {
        Attributes decoded = decodeWithoutBulk();
        BulkIndex.restore(decoded, bulk);
        return decoded;
    }

    /** The data set without its bulk values. Throws INTERNAL if the row cannot be read. */
    public Attributes decodeWithoutBulk() {
        try {
            return DatasetReader.read(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "The attributes of an instance cannot be read", e);
        }
    }
}
