/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

/**
 * Bounds on a data set that is scanned.
 *
 * @param maxNesting sequences within sequences
 * @param maxElementLength bytes of one value left in the object
 * @param maxHeaderLength bytes of all values kept in memory, with an allowance for each element, item and fragment
 * @param bulkThreshold bytes above which values of OB, OD, OF, OL, OV, OW and UN are left in the object
 * @param maxInflation how many times its size a deflated data set may inflate to, once it exceeds 64 MiB
 */
public record ScanLimits(
        int maxNesting, long maxElementLength, long maxHeaderLength, int bulkThreshold, int maxInflation) {
    private static final long MEBIBYTE = 1024 * 1024;

    /** 64 levels, 1 TiB an element, 64 MiB of header, bulk above 1 KiB, inflation by 250. */
    public static final ScanLimits DEFAULT = new ScanLimits(64, MEBIBYTE * MEBIBYTE, 64 * MEBIBYTE, 1024, 250);

    ReadLimits inMemory() {
        return new ReadLimits(maxNesting, maxHeaderLength, maxHeaderLength);
    }
}
