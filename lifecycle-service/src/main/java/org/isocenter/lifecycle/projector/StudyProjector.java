/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

/** Sums up one study from its rows and publishes the result. Repeating it does no harm. */
@FunctionalInterface
interface StudyProjector {

    /** Throws {@link org.isocenter.archive.error.ArchiveException} if an engine does not answer. */
    void project(String studyInstanceUid);
}
