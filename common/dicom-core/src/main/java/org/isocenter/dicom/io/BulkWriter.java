/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.dicom.data.BulkData;

/** Writes values that a data set holds by reference only. */
@FunctionalInterface
public interface BulkWriter {
    /** Has no such values. */
    BulkWriter NONE = (tag, bulk, out) -> {
        throw new IOException(String.format(
                "the value of (%04X,%04X) lies elsewhere and cannot be written", tag >>> 16, tag & 0xFFFF));
    };

    /**
     * Writes exactly the bytes of the value: as many as its length says, or, if it is encapsulated, its items without the delimiter.
     *
     * @param tag the element
     * @param bulk the value as the data set holds it
     */
    void write(int tag, BulkData bulk, OutputStream out) throws IOException;
}
