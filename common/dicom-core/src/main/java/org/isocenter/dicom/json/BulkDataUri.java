/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.VR;

/** Gives values that are left out of a JSON or XML document the address under which they can be fetched. */
@FunctionalInterface
public interface BulkDataUri {

    /** Gives no addresses: values left out have a VR and nothing else. */
    BulkDataUri NONE = (path, vr, bulk) -> null;

    /**
     * Returns the address of a value.
     *
     * @param path tag, item, tag ... tag from the data set's root to the element; items count from 0
     * @param vr the element's VR
     * @param bulk where the value lies; offset -1 for one held in memory
     * @return a URI, or null to write no reference
     */
    String uriOf(int[] path, VR vr, BulkData bulk);
}
