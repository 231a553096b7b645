/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import org.isocenter.archive.projection.ProjectedStudy;

/** Sums up one study from its rows and publishes the result. Repeating it does no harm. */
@FunctionalInterface
interface StudyProjector {

    /**
     * Projects it. Throws {@link org.isocenter.archive.error.ArchiveException} if an engine does not answer.
     *
     * @param secondLook whether it has been published since the last announcement: publishes only what has changed
     */
    ProjectedStudy project(String studyInstanceUid, boolean secondLook);
}
