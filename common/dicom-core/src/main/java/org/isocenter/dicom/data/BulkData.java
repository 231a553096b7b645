/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

/**
 * A value that was left where it lies.
 *
 * @param offset the first byte of the value, counted from the start of the data set (not of the file)
 * @param length bytes; -1 when the value is encapsulated, with an undefined length
 */
public record BulkData(long offset, long length) {
    /** The length of a value that is encapsulated in fragments (PS3.5 A.4). */
    public static final long UNDEFINED_LENGTH = -1;

    /** Whether the value is a sequence of fragments. */
    public boolean encapsulated() {
        return length == UNDEFINED_LENGTH;
    }
}
