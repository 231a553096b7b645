/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;

import org.isocenter.dicom.data.VR;

/** Finds the value that a JSON or XML document refers to by an address. */
@FunctionalInterface
public interface BulkDataSource {

    /** Finds nothing: referred values stay empty. */
    BulkDataSource NONE = (tag, vr, uri) -> null;

    /**
     * Returns the value.
     *
     * @param tag the element
     * @param vr its VR
     * @param uri the address in the document
     * @return a value as a data set holds it (bytes, Fragments or BulkData), or null for an empty one
     * @throws IOException if the address is unknown where it must not be
     */
    Object valueOf(int tag, VR vr, String uri) throws IOException;
}
