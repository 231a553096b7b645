/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import java.util.Map;

import org.isocenter.dicom.data.Tag;

/** Date attributes and the time attributes that go with them. */
public final class DateTimePairs {

    /** Time attribute by date attribute. */
    public static final Map<Integer, Integer> TIME_OF_DATE = Map.of(
            Tag.StudyDate, Tag.StudyTime,
            Tag.SeriesDate, Tag.SeriesTime,
            Tag.AcquisitionDate, Tag.AcquisitionTime,
            Tag.ContentDate, Tag.ContentTime,
            Tag.InstanceCreationDate, Tag.InstanceCreationTime,
            Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime,
            Tag.ScheduledProcedureStepStartDate, Tag.ScheduledProcedureStepStartTime,
            Tag.PatientBirthDate, Tag.PatientBirthTime);

    private DateTimePairs() {}
}
