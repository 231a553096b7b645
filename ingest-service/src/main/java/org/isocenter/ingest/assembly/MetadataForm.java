/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

/** How metadata are written. */
public enum MetadataForm {
    /** All data sets of a request as one array of the DICOM JSON model (PS3.18 annex F). */
    JSON,
    /** Each data set as a document of the native DICOM model (PS3.19 A.1). */
    XML
}
