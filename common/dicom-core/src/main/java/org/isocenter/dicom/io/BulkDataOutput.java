/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.dicom.data.BulkData;

/** Writes values that were left elsewhere, between the elements around them. */
@FunctionalInterface
public interface BulkDataOutput {

    /** Has none of them: the data set cannot be written. */
    BulkDataOutput NONE = (tag, bulk, out) -> {
        throw new IOException(String.format(
                "the value of (%04X,%04X) lies elsewhere and cannot be written", tag >>> 16, tag & 0xFFFF));
    };

    /**
     * Writes the bytes of a value as its transfer syntax has them; of one that is encapsulated its items and what ends them
     * (PS3.5 A.4). The header of the element is written already.
     */
    void write(int tag, BulkData bulk, OutputStream out) throws IOException;
}
