/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.io.IOException;
import java.io.UncheckedIOException;

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

    /** The data set, its bulk values as places in the object's data set. */
    public Attributes decode() {
        try {
            Attributes decoded = DatasetReader.read(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
            BulkIndex.restore(decoded, bulk);
            return decoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
