/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * What QIDO-RS returns without being asked (PS3.18 10.6.3.3): an attribute without a value is returned empty, those that
 * the table calls conditional only if they are there.
 */
public final class DefaultAttributes {

    private static final int[] STUDY = {
        Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.InstanceAvailability, Tag.ModalitiesInStudy,
        Tag.ReferringPhysicianName, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex,
        Tag.StudyInstanceUID, Tag.StudyID, Tag.NumberOfStudyRelatedSeries, Tag.NumberOfStudyRelatedInstances
    };
    private static final int[] STUDY_IF_PRESENT = {
        Tag.TimezoneOffsetFromUTC, Tag.StudyDescription, Tag.IssuerOfPatientID
    };
    private static final int[] SERIES = {
        Tag.Modality, Tag.SeriesInstanceUID, Tag.SeriesNumber, Tag.NumberOfSeriesRelatedInstances
    };
    private static final int[] SERIES_IF_PRESENT = {
        Tag.TimezoneOffsetFromUTC, Tag.SeriesDescription, Tag.PerformedProcedureStepStartDate,
        Tag.PerformedProcedureStepStartTime, Tag.RequestAttributesSequence, Tag.BodyPartExamined
    };
    private static final int[] INSTANCE = {
        Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceAvailability, Tag.InstanceNumber
    };
    private static final int[] INSTANCE_IF_PRESENT = {
        Tag.TimezoneOffsetFromUTC, Tag.Rows, Tag.Columns, Tag.BitsAllocated, Tag.NumberOfFrames
    };

    private DefaultAttributes() {}

    /** The result of a search of studies. */
    public static Attributes ofStudy(Attributes all) {
        Attributes result = start();
        select(all, result, STUDY, STUDY_IF_PRESENT);
        return result;
    }

    /** The result of a search of series, with the study's attributes if the path does not name the study. */
    public static Attributes ofSeries(Attributes all, boolean withStudy) {
        Attributes result = withStudy ? ofStudy(all) : start();
        result.addSelected(all, Tag.InstanceAvailability, Tag.StudyInstanceUID);
        select(all, result, SERIES, SERIES_IF_PRESENT);
        return result;
    }

    /** The result of a search of instances, with what stands above if the path does not name it. */
    public static Attributes ofInstance(Attributes all, boolean withStudy, boolean withSeries) {
        Attributes result = withSeries ? ofSeries(all, withStudy) : start();
        result.addSelected(all, Tag.StudyInstanceUID, Tag.SeriesInstanceUID);
        select(all, result, INSTANCE, INSTANCE_IF_PRESENT);
        return result;
    }

    private static Attributes start() {
        Attributes result = new Attributes();
        result.setSpecificCharacterSet("ISO_IR 192");
        return result;
    }

    private static void select(Attributes all, Attributes result, int[] always, int[] ifPresent) {
        for (int tag : always) {
            if (all.contains(tag)) {
                result.addSelected(all, tag);
            } else {
                result.setNull(tag);
            }
        }
        for (int tag : ifPresent) {
            if (all.containsValue(tag)) {
                result.addSelected(all, tag);
            }
        }
    }
}
