/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dicomdir;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;

/**
 * What a record repeats of an instance. What the standard wants to have a value and the instance has none of is numbered, or said to
 * be unknown, as DCMTK's dcmmkdir does where it is allowed to invent.
 */
final class RecordKeys {

    private static final String UNKNOWN = "UNKNOWN";

    private RecordKeys() {}

    /** Of the type, {@code number} standing for a number of the series or instance that is missing. */
    static Attributes of(RecordType type, Attributes instance, int number) {
        Attributes keys = new Attributes();
        keys.addSelected(instance, Tag.SpecificCharacterSet);
        for (int tag : type.keys()) {
            // a text so long that it stays in the file is no key
            if (!(instance.getValue(tag) instanceof BulkData)) {
                keys.addSelected(instance, tag);
            }
        }
        switch (type) {
            case PATIENT -> {
                emptyIfAbsent(keys, Tag.PatientName);
                fill(keys, Tag.PatientID, UNKNOWN);
            }
            case STUDY -> {
                emptyIfAbsent(keys, Tag.StudyDate);
                emptyIfAbsent(keys, Tag.StudyTime);
                emptyIfAbsent(keys, Tag.AccessionNumber);
                emptyIfAbsent(keys, Tag.StudyDescription);
                fill(keys, Tag.StudyID, Integer.toString(number));
            }
            case SERIES -> {
                fill(keys, Tag.Modality, "OT");
                fill(keys, Tag.SeriesNumber, Integer.toString(number));
            }
            case IMAGE,
                    RT_DOSE,
                    RT_STRUCTURE_SET,
                    RT_PLAN,
                    RT_TREAT_RECORD,
                    PRESENTATION,
                    WAVEFORM,
                    SR_DOCUMENT,
                    KEY_OBJECT_DOC,
                    SPECTROSCOPY,
                    RAW_DATA,
                    REGISTRATION,
                    FIDUCIAL,
                    ENCAP_DOC,
                    VALUE_MAP,
                    STEREOMETRIC -> fill(keys, Tag.InstanceNumber, Integer.toString(number));
        }
        return keys;
    }

    private static void emptyIfAbsent(Attributes keys, int tag) {
        if (!keys.contains(tag)) {
            keys.setNull(tag);
        }
    }

    private static void fill(Attributes keys, int tag, String value) {
        if (keys.getString(tag, "").isBlank()) {
            keys.setString(tag, value);
        }
    }
}
