/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StudySummary;

/**
 * What a projection of a study found.
 *
 * @param summary of the study; empty if it has no instance that is not rejected
 * @param rows of all instances by series, also of the rejected ones
 * @param known what was recorded with the study as corrections
 * @param current the same with the corrections that its patient has now: as the summary shows them
 */
public record ProjectedStudy(
        Optional<StudySummary> summary,
        Map<SeriesKey, List<InstanceFacts>> rows,
        StudyCorrections known,
        StudyCorrections current) {

    /** Of a study of which nothing is corrected. */
    public ProjectedStudy(Optional<StudySummary> summary, Map<SeriesKey, List<InstanceFacts>> rows) {
        this(summary, rows, StudyCorrections.NONE, StudyCorrections.NONE);
    }

    /** The corrections of the patient that the study has to be given a copy of, if it has another one or none. */
    public Optional<List<Correction>> copyToWrite() {
        return ids(current.ofPatient()).equals(ids(known.ofPatient()))
                ? Optional.empty()
                : Optional.of(current.ofPatient());
    }

    private static List<String> ids(List<Correction> corrections) {
        return corrections.stream().map(Correction::id).toList();
    }

    /** The instances of a series that the projection saw, by SOP Instance UID. */
    public Map<String, InstanceFacts> instances(SeriesKey series) {
        return rows.getOrDefault(series, List.of()).stream()
                .collect(Collectors.toMap(InstanceFacts::sopInstanceUid, each -> each));
    }

    /** The series that have instances of which none is shown, or some. */
    public List<SeriesKey> seriesWithHidden() {
        return rows.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(row -> row.state() != InstanceState.ACTIVE))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The instances of a series that the projection saw, with the digests of their data sets. */
    public Map<String, Digest> digests(SeriesKey series) {
        return rows.getOrDefault(series, List.of()).stream()
                .collect(Collectors.toMap(InstanceFacts::sopInstanceUid, InstanceFacts::digest));
    }
}
