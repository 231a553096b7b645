/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Identifiers of one run, all of the same length, that no other run uses.
 *
 * @param run a number of seven digits
 */
public record Identifiers(int run) {

    /** From this number on studies are those of 512 KiB images, all of one day. */
    public static final int FIRST_IMAGE_STUDY = 500_000_000;

    /** From this number on instances are 512 KiB images. */
    public static final int FIRST_IMAGE = 500_000_000;

    /** So many small studies are of one day. */
    public static final int STUDIES_PER_DAY = 20;

    private static final String ROOT = "2.25.144255992614604098140601746325866030657";
    private static final int FIRST_RUN = 1_000_000;
    private static final int RUNS = 9_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** The run that begins at the time, in seconds. */
    public static Identifiers at(long epochSecond) {
        return new Identifiers((int) (FIRST_RUN + epochSecond % RUNS));
    }

    /** Study Instance UID of a study. */
    public String studyInstanceUid(int study) {
        return uid(1, study);
    }

    /** Series Instance UID of the one series of a study. */
    public String seriesInstanceUid(int study) {
        return uid(2, study);
    }

    /** SOP Instance UID of an instance; instances are numbered through all studies. */
    public String sopInstanceUid(int instance) {
        return uid(3, instance);
    }

    /** Patient ID of the patient of a study. */
    public String patientId(int study) {
        return String.format(Locale.ROOT, "BENCH-%d-%09d", run, study);
    }

    /** Accession Number of a study. */
    public String accessionNumber(int study) {
        return String.format(Locale.ROOT, "%d%09d", run, study);
    }

    /** Study Date of a study. */
    public String studyDate(int study) {
        LocalDate day =
                study >= FIRST_IMAGE_STUDY ? FIRST_DAY.minusDays(1) : FIRST_DAY.plusDays(study / STUDIES_PER_DAY);
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private String uid(int level, int number) {
        return String.format(Locale.ROOT, "%s.%d.%d%09d", ROOT, run, level, number);
    }
}
