/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What is known about a study that was made: enough to ask for it.
 *
 * @param studyInstanceUid identifier
 * @param patientId Patient ID
 * @param patientFamilyName the first component of the name's first group, in ASCII if the name has one so
 * @param accessionNumber Accession Number
 * @param studyDate Study Date
 * @param studyDescription Study Description
 * @param modality of all series
 * @param seriesInstanceUids of all series
 * @param instancesPerSeries in each
 * @param frames in each instance
 * @param pixelBytes least length of the pixels of an instance, 0 if not known
 * @param sopInstanceUids gives the identifier of an instance, counted from 0 through all series
 */
public record StudyFacts(
        String studyInstanceUid,
        String patientId,
        String patientFamilyName,
        String accessionNumber,
        String studyDate,
        String studyDescription,
        String modality,
        List<String> seriesInstanceUids,
        int instancesPerSeries,
        int frames,
        long pixelBytes,
        IntFunction<String> sopInstanceUids) {

    /** Takes the list over. */
    public StudyFacts {
        seriesInstanceUids = List.copyOf(seriesInstanceUids);
    }

    /** Whether it was invented, and not read from files with data of patients. */
    public boolean isInvented() {
        return pixelBytes > 0;
    }

    /** Instances in the study. */
    public int instanceCount() {
        return seriesInstanceUids.size() * instancesPerSeries;
    }
}
