/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/** What identifies a composite instance (PS3.3 A.1.2). */
public record InstanceUids(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    public SeriesKey series() {
        return new SeriesKey(studyInstanceUid, seriesInstanceUid);
    }
}
