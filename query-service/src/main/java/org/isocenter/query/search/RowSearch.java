/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.query.index.SummaryAttributes;

/** Studies and series as the rows have them at this moment. */
@ApplicationScoped
public class RowSearch {

    private final MetadataStore metadata;
    private final StudyProjection projection;

    /** With the rows, and what is corrected of them. */
    public RowSearch(MetadataStore metadata, CorrectionStore corrections) {
        this.metadata = metadata;
        this.projection = new StudyProjection(metadata, corrections);
    }

    /** The study's attributes, or empty if there is none. */
    public Optional<Attributes> study(String studyInstanceUid) {
        return summary(studyInstanceUid).map(SummaryAttributes::ofStudy);
    }

    /** The attributes of the study's series, each with those of the study. */
    public List<Attributes> series(String studyInstanceUid) {
        return summary(studyInstanceUid)
                .map(study -> {
                    Attributes attributes = SummaryAttributes.ofStudy(study);
                    return study.series().stream()
                            .map(each -> SummaryAttributes.ofSeries(attributes, each))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Bytes of the study's objects; 0 if there is none. */
    long size(String studyInstanceUid) {
        return summary(studyInstanceUid).map(StudySummary::size).orElse(0L);
    }

    /** The summary as projected; computed now if there is none or a series is not in it yet. */
    private Optional<StudySummary> summary(String studyInstanceUid) {
        Optional<StudySummary> projected = metadata.study(studyInstanceUid);
        if (projected.isPresent()) {
            Set<String> known = projected.get().series().stream()
                    .map(series -> series.key().seriesInstanceUid())
                    .collect(Collectors.toSet());
            boolean complete = metadata.seriesOfStudy(studyInstanceUid).stream()
                    .filter(series -> !known.contains(series))
                    .allMatch(series -> isEmpty(new SeriesKey(studyInstanceUid, series)));
            if (complete) {
                return projected;
            }
        }
        return projection.compute(studyInstanceUid).summary();
    }

    /** A key without a row is of a store that failed. */
    private boolean isEmpty(SeriesKey series) {
        return metadata.instanceFactsOfSeries(series).stream().noneMatch(each -> each.state() == InstanceState.ACTIVE);
    }
}
