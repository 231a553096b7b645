/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

/** What a correction is about, the widest first. */
public enum CorrectionScope {
    /** All studies of a patient, those that arrive later among them. */
    PATIENT,
    /** All instances of a study, those that arrive later among them. */
    STUDY,
    /** All instances of a series, those that arrive later among them. */
    SERIES,
    /** One instance. */
    INSTANCE
}
