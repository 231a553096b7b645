/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.HashMap;
import java.util.Map;

import org.isocenter.archive.projection.SummaryTags;
import org.isocenter.dicom.data.Tag;

/** At which level of the information model an attribute stands (PS3.4 C.6.1.1 and C.3). */
public final class AttributeLevels {

    private static final Map<Integer, Level> LEVELS = levels();

    private AttributeLevels() {}

    /** The level of an attribute; what is not known to stand higher belongs to an instance. */
    public static Level of(int tag) {
        return LEVELS.getOrDefault(tag, Level.IMAGE);
    }

    private static Map<Integer, Level> levels() {
        Map<Integer, Level> levels = new HashMap<>();
        put(levels, Level.PATIENT, SummaryTags.ofPatient());
        put(levels, Level.STUDY, SummaryTags.ofStudy());
        put(levels, Level.SERIES, SummaryTags.ofSeries());
        // computed, and so in no instance
        put(
                levels,
                Level.PATIENT,
                Tag.NumberOfPatientRelatedStudies,
                Tag.NumberOfPatientRelatedSeries,
                Tag.NumberOfPatientRelatedInstances);
        put(
                levels,
                Level.STUDY,
                Tag.ModalitiesInStudy,
                Tag.SOPClassesInStudy,
                Tag.NumberOfStudyRelatedSeries,
                Tag.NumberOfStudyRelatedInstances);
        put(levels, Level.SERIES, Tag.NumberOfSeriesRelatedInstances);
        return Map.copyOf(levels);
    }

    private static void put(Map<Integer, Level> levels, Level level, int... tags) {
        for (int tag : tags) {
            levels.put(tag, level);
        }
    }
}
