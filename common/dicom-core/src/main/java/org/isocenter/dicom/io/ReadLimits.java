/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

/**
 * Bounds on a data set that is read into memory.
 *
 * @param maxNesting sequences within sequences
 * @param maxValueLength bytes of one value
 * @param maxTotalLength bytes of all values, with an allowance for each element and item
 */
public record ReadLimits(int maxNesting, long maxValueLength, long maxTotalLength) {
    private static final long MEBIBYTE = 1024 * 1024;

    /** 64 levels, and 512 MiB in all. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, 512 * MEBIBYTE, 512 * MEBIBYTE);

    /** For headers: 64 levels, and 64 MiB in all. */
    public static final ReadLimits HEADER = new ReadLimits(64, 64 * MEBIBYTE, 64 * MEBIBYTE);

    /**
     * For identifiers and the like, which many peers may send at the same time: 64 levels, and 2 MiB in all, which is room for
     * tens of thousands of UIDs.
     */
    public static final ReadLimits MESSAGE = new ReadLimits(64, 2 * MEBIBYTE, 2 * MEBIBYTE);
}
