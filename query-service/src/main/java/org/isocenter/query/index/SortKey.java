/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.value.DicomDate;
import org.isocenter.dicom.value.DicomTime;
import org.isocenter.service.match.Folding;

/** Attributes that results can be put in order by. */
public enum SortKey {
    /** Study Date and Study Time as one; what is ordered by if nothing else is wanted, and by no name. */
    STUDY_MOMENT(Tag.StudyDate, Kind.MOMENT),
    STUDY_DATE(Tag.StudyDate, Kind.DATE),
    STUDY_TIME(Tag.StudyTime, Kind.TIME),
    PATIENT_NAME(Tag.PatientName, Kind.NAME),
    PATIENT_ID(Tag.PatientID, Kind.TEXT),
    PATIENT_BIRTH_DATE(Tag.PatientBirthDate, Kind.DATE),
    ACCESSION_NUMBER(Tag.AccessionNumber, Kind.TEXT),
    STUDY_DESCRIPTION(Tag.StudyDescription, Kind.TEXT),
    MODALITIES_IN_STUDY(Tag.ModalitiesInStudy, Kind.TEXT),
    SERIES_NUMBER(Tag.SeriesNumber, Kind.NUMBER),
    SERIES_DATE(Tag.SeriesDate, Kind.DATE),
    SERIES_TIME(Tag.SeriesTime, Kind.TIME),
    SERIES_DESCRIPTION(Tag.SeriesDescription, Kind.TEXT),
    MODALITY(Tag.Modality, Kind.TEXT),
    INSTANCE_NUMBER(Tag.InstanceNumber, Kind.NUMBER);

    /** Letters that are compared; PS3.5 table 6.2-1: a group of a name, and most texts, have no more. */
    private static final int LETTERS = 64;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final long NANOSECONDS_OF_MILLISECOND = 1_000_000;

    private enum Kind {
        DATE(true),
        TIME(true),
        MOMENT(true),
        NUMBER(true),
        NAME(false),
        TEXT(false);

        private final boolean number;

        Kind(boolean number) {
            this.number = number;
        }
    }

    private final int tag;
    private final Kind kind;

    SortKey(int tag, Kind kind) {
        this.tag = tag;
        this.kind = kind;
    }

    /** The attribute. */
    public int tag() {
        return tag;
    }

    /** The key of an attribute, or empty if nothing is ordered by it. */
    public static Optional<SortKey> of(int tag) {
        for (SortKey key : values()) {
            if (key.tag == tag && key.kind != Kind.MOMENT) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Whether values are numbers, and not texts. */
    boolean isNumber() {
        return kind.number;
    }

    /** Whether a value can be one of this key; what has no value is null. */
    boolean accepts(Object value) {
        return value == null || (kind.number ? value instanceof Long : value instanceof String);
    }

    /**
     * What is compared: a Long, or a String without case and accents; null if there is no value, or none that can be read. Of
     * several values and groups of a name the first counts, but for modalities, which count as one text.
     */
    Object value(Attributes attributes) {
        return switch (kind) {
            case DATE ->
                DicomDate.parse(attributes.getString(tag))
                        .map(date -> date.first().toEpochDay())
                        .orElse(null);
            case TIME ->
                DicomTime.parse(attributes.getString(tag))
                        .map(time -> time.first().toNanoOfDay() / NANOSECONDS_OF_MILLISECOND)
                        .orElse(null);
            case MOMENT -> {
                long moment = studyMoment(attributes);
                yield moment == Long.MIN_VALUE ? null : (Object) moment;
            }
            case NUMBER -> {
                int number = attributes.getInt(tag, Integer.MAX_VALUE);
                yield number == Integer.MAX_VALUE ? null : (Object) (long) number;
            }
            case NAME ->
                Folding.groups(attributes.getString(tag, "")).stream()
                        .findFirst()
                        .map(SortKey::beginning)
                        .orElse(null);
            case TEXT -> text(String.join("\\", attributes.getStrings(tag)));
        };
    }

    /** Seconds since 1970; a study without a date is the oldest. */
    static long studyMoment(Attributes attributes) {
        long time = DicomTime.parse(attributes.getString(Tag.StudyTime))
                .map(value -> (long) value.first().toSecondOfDay())
                .orElse(0L);
        return DicomDate.parse(attributes.getString(Tag.StudyDate))
                .map(date -> date.first().toEpochDay() * SECONDS_OF_DAY + time)
                .orElse(Long.MIN_VALUE);
    }

    private static String text(String value) {
        String folded = beginning(Folding.fold(value.strip()));
        return folded.isEmpty() ? null : folded;
    }

    private static String beginning(String text) {
        if (text.length() <= LETTERS) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LETTERS - 1)) ? LETTERS - 1 : LETTERS);
    }
}
