/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what studies are searched. */
public enum SearchKey {
    /** Patient ID. */
    PATIENT,
    /** The beginning of the patient's family name. */
    NAME,
    /** Letters from within the patient's family name. */
    WILDCARD,
    /** Accession Number. */
    ACCESSION,
    /** Study Date and Modalities in Study, at most a hundred matches. */
    DATE,
    /** Study Description, at most a hundred matches. */
    DESCRIPTION,
    /** Study Instance UID. */
    STUDY;

    /** What it is called in scenarios. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(SearchKey::label).toList();
    }

    /** The key of a label. */
    public static Optional<SearchKey> of(String label) {
        return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }
}
