/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

/** The two ways to a replica. */
public enum Protocol {
    HTTP,
    DICOM
}
