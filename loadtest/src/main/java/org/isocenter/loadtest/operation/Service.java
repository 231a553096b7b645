/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

/** What an archive can do. */
public enum Service {
    /** C-STORE. */
    STORE,
    /** C-FIND. */
    FIND,
    /** C-GET. */
    GET,
    /** DICOMweb. */
    WEB
}
