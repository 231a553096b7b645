/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import org.isocenter.archive.projection.ProjectedStudy;

/** Sums up studies from their rows and publishes the results. Repeating it does no harm. */
interface StudyProjector {

    /** Reads. Throws {@link org.isocenter.archive.error.ArchiveException} if an engine does not answer. */
    ProjectedStudy read(String studyInstanceUid);

    /** Publishes what was read. Throws {@link org.isocenter.archive.error.ArchiveException} if an engine does not answer. */
    void publish(String studyInstanceUid, ProjectedStudy projected);
}
