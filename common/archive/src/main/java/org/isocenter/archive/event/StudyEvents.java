/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.List;
import java.util.Map;

import org.isocenter.archive.model.StudySummary;

/** Handles changes of studies. */
@FunctionalInterface
public interface StudyEvents {

    /** A study as it is now, or its end when the summary is null. */
    record Change(String studyInstanceUid, StudySummary summary) {}

    /**
     * Handles a batch.
     *
     * @param changes in the order of each study
     * @param nextOffsets by partition, where to go on after this batch
     */
    void handle(List<Change> changes, Map<Integer, Long> nextOffsets);
}
