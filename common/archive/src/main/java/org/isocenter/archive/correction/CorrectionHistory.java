/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All records of a study, or of a patient.
 *
 * @param records by their numbers
 */
public record CorrectionHistory(List<Correction> records) {

    /** Nothing was ever corrected. */
    public static final CorrectionHistory EMPTY = new CorrectionHistory(List.of());

    public CorrectionHistory {
        records = List.copyOf(records);
    }

    /** The corrections that are not revoked. */
    public List<Correction> active() {
        Set<Integer> revoked = records.stream()
                .filter(Correction::isRevocation)
                .map(Correction::revokes)
                .collect(Collectors.toSet());
        return records.stream()
                .filter(each -> !each.isRevocation() && !revoked.contains(each.number()))
                .toList();
    }

    public Optional<Correction> record(int number) {
        return records.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The number of the record that revokes another. */
    public OptionalInt revocationOf(int number) {
        return records.stream()
                .filter(each -> each.revokes() == number && number > 0)
                .mapToInt(Correction::number)
                .findFirst();
    }
}
