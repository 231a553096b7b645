/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;

import org.isocenter.loadtest.digest.ValueDigest;

/** Identifiers of the studies of a seed: all of the same length, and those of other seeds are different. Immutable. */
final class StudyIdentifiers {

    static final int MOST_STUDIES = 800_000_000;

    private static final BigInteger SMALLEST = BigInteger.TEN.pow(38);
    private static final int FIRST_STUDY = 100_000_000;
    private static final int FIRST_INSTANCE = 1_000_000;
    private static final int FIRST_SERIES = 10;

    private final long seed;
    private final String root;

    StudyIdentifiers(long seed) {
        this.seed = seed;
        byte[] hash = ValueDigest.sha256()
                .digest(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        // a number of 39 digits that fits into 128 bits, as PS3.5 B.2 wants
        this.root = "2.25." + SMALLEST.add(new BigInteger(1, hash).mod(SMALLEST.add(SMALLEST)));
    }

    String studyInstanceUid(int study) {
        return String.format(Locale.ROOT, "%s.1.%d", root, FIRST_STUDY + study);
    }

    String seriesInstanceUid(int study, int series) {
        return String.format(Locale.ROOT, "%s.2.%d.%d", root, FIRST_STUDY + study, FIRST_SERIES + series);
    }

    String sopInstanceUid(int study, int instance) {
        return root + ".3." + (FIRST_STUDY + study) + "." + (FIRST_INSTANCE + instance);
    }

    /** Patients of two runs with different seeds are different. */
    String patientId(int patient) {
        return String.format(Locale.ROOT, "L%05x%07d", Long.hashCode(seed) & 0xfffff, patient);
    }

    String accessionNumber(int study) {
        return String.format(Locale.ROOT, "A%05x%09d", Long.hashCode(seed) & 0xfffff, study);
    }
}
