/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.find;

import java.util.Map;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.service.match.MatchOptions;

/**
 * What a C-FIND asks for.
 *
 * @param level the level of the matches
 * @param keys the identifier as it came
 */
record FindRequest(Level level, Attributes keys) {

    private static final Map<String, Level> LEVELS =
            Map.of("PATIENT", Level.PATIENT, "STUDY", Level.STUDY, "SERIES", Level.SERIES, "IMAGE", Level.IMAGE);

    private static final int[] COMPUTED = {
        Tag.NumberOfPatientRelatedStudies,
        Tag.NumberOfPatientRelatedSeries,
        Tag.NumberOfPatientRelatedInstances,
        Tag.NumberOfStudyRelatedSeries,
        Tag.NumberOfStudyRelatedInstances,
        Tag.NumberOfSeriesRelatedInstances
    };

    /**
     * Checks an identifier (PS3.4 C.4.1.2.1).
     *
     * @param patientRoot whether the information model begins with the patient
     * @param relational whether unique keys above the level may be absent (PS3.4 C.4.1.3.2)
     * @throws IdentifierException if level and keys do not fit the information model
     */
    static FindRequest of(Attributes identifier, boolean patientRoot, boolean relational) {
        String value = identifier.getString(Tag.QueryRetrieveLevel);
        Level level = value == null ? null : LEVELS.get(value);
        if (level == null || (level == Level.PATIENT && !patientRoot)) {
            throw new IdentifierException("Query/Retrieve Level is not of this information model");
        }
        if (!relational) {
            if (patientRoot && level.compareTo(Level.PATIENT) > 0) {
                requireOne(identifier, Tag.PatientID, "Patient ID");
            }
            if (level.compareTo(Level.STUDY) > 0) {
                requireOne(identifier, Tag.StudyInstanceUID, "Study Instance UID");
            }
            if (level.compareTo(Level.SERIES) > 0) {
                requireOne(identifier, Tag.SeriesInstanceUID, "Series Instance UID");
            }
        }
        return new FindRequest(level, identifier);
    }

    private static void requireOne(Attributes identifier, int tag, String name) {
        String[] values = identifier.getStrings(tag);
        boolean one =
                values.length == 1 && !values[0].isEmpty() && values[0].indexOf('*') < 0 && values[0].indexOf('?') < 0;
        if (!one) {
            throw new IdentifierException(name + " must have one value: relational was not negotiated");
        }
    }

    /** The search; computed keys only ask for being returned. */
    Query query(MatchOptions options) {
        Attributes matched = new Attributes(keys);
        for (int tag : COMPUTED) {
            matched.remove(tag);
        }
        return Query.of(level, matched, options);
    }

    boolean wantsPatientTotals() {
        return keys.contains(Tag.NumberOfPatientRelatedStudies)
                || keys.contains(Tag.NumberOfPatientRelatedSeries)
                || keys.contains(Tag.NumberOfPatientRelatedInstances);
    }
}
