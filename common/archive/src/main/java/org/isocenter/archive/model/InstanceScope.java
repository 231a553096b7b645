/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.util.Optional;

/** A study, a series of it, or an instance of that. An instance is never without its series. */
public record InstanceScope(
        String studyInstanceUid, Optional<String> seriesInstanceUid, Optional<String> sopInstanceUid) {

    /** All of a study. */
    public static InstanceScope study(String studyInstanceUid) {
        return new InstanceScope(studyInstanceUid, Optional.empty(), Optional.empty());
    }

    /** All of a series. */
    public static InstanceScope series(SeriesKey series) {
        return new InstanceScope(series.studyInstanceUid(), Optional.of(series.seriesInstanceUid()), Optional.empty());
    }

    /** One instance. */
    public static InstanceScope instance(InstanceUids uids) {
        return new InstanceScope(
                uids.studyInstanceUid(), Optional.of(uids.seriesInstanceUid()), Optional.of(uids.sopInstanceUid()));
    }

    /** Whether an instance of one of its series is in it. */
    public boolean contains(InstanceUids uids) {
        return sopInstanceUid.isEmpty() || sopInstanceUid.get().equals(uids.sopInstanceUid());
    }
}
