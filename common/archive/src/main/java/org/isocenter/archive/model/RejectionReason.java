/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.util.Arrays;
import java.util.Optional;

/** Why an instance is rejected (PS3.16 CID 7011, IHE RAD Imaging Object Change Management), the gravest reason last. */
public enum RejectionReason {
    /** Its time is over. Whoever stores it again wants it again. */
    RETENTION_EXPIRED("113039", "Data Retention Policy Expired"),
    /** It is of no use. */
    QUALITY("113001", "Rejected for Quality Reasons"),
    /** It was made for another patient or order than it says. */
    INCORRECT_WORKLIST_ENTRY("113038", "Incorrect Modality Worklist Entry"),
    /** Showing it may do harm. */
    PATIENT_SAFETY("113037", "Rejected for Patient Safety Reasons");

    /** Coding Scheme Designator (0008,0102) of all of them. */
    public static final String CODING_SCHEME = "DCM";

    private final String codeValue;
    private final String codeMeaning;

    RejectionReason(String codeValue, String codeMeaning) {
        this.codeValue = codeValue;
        this.codeMeaning = codeMeaning;
    }

    /** Code Value (0008,0100). */
    public String codeValue() {
        return codeValue;
    }

    /** Code Meaning (0008,0104). */
    public String codeMeaning() {
        return codeMeaning;
    }

    /** Whether a later store of the same content ends the rejection; else the instance stays hidden (docs/deletion.md). */
    public boolean endsWhenStoredAgain() {
        return this == RETENTION_EXPIRED;
    }

    /** Whether it takes the place of another one. */
    public boolean isGraverThan(RejectionReason other) {
        return ordinal() > other.ordinal();
    }

    /** The reason of a code of {@link #CODING_SCHEME}, if it is one. */
    public static Optional<RejectionReason> of(String codeValue) {
        return Arrays.stream(values())
                .filter(each -> each.codeValue.equals(codeValue))
                .findFirst();
    }
}
