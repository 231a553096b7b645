/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * What a search of studies shows: the value of {@code isocenter.studies}.
 *
 * @param studyInstanceUid the study
 * @param patient its patient
 * @param attributes its patient and study level attributes, from a representative instance
 * @param series its series with at least one instance, by their UIDs
 * @param site the site that it was first received at
 */
public record StudySummary(
        String studyInstanceUid, PatientKey patient, Attributes attributes, List<SeriesSummary> series, String site) {

    public StudySummary {
        series = List.copyOf(series);
    }

    public int numberOfInstances() {
        return series.stream().mapToInt(SeriesSummary::numberOfInstances).sum();
    }

    public long size() {
        return series.stream().mapToLong(SeriesSummary::size).sum();
    }

    /** Modalities in Study (0008,0061), sorted. */
    public List<String> modalitiesInStudy() {
        TreeSet<String> modalities = new TreeSet<>();
        for (SeriesSummary each : series) {
            String modality = each.attributes().getString(Tag.Modality);
            if (modality != null) {
                modalities.add(modality);
            }
        }
        return List.copyOf(modalities);
    }

    /** SOP Classes in Study (0008,0062), sorted. */
    public List<String> sopClassesInStudy() {
        TreeSet<String> sopClasses = new TreeSet<>();
        series.forEach(each -> sopClasses.addAll(each.sopClassUids()));
        return List.copyOf(sopClasses);
    }

    public Instant lastStoredAt() {
        return series.stream()
                .map(SeriesSummary::lastStoredAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
