/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * Sums up a study from its rows: counts over all instances that are not rejected, attributes from the oldest instance of each
 * series, those of the study from its oldest series. Reads only; the same rows give the same summary. Thread-safe.
 */
public final class StudyProjection {

    private static final Comparator<InstanceFacts> OLDEST =
            Comparator.comparing(InstanceFacts::storedAt).thenComparing(InstanceFacts::sopInstanceUid);

    private final MetadataStore metadata;

    /** Over the rows given. */
    public StudyProjection(MetadataStore metadata) {
        this.metadata = metadata;
    }

    /** The study as it is now. */
    public ProjectedStudy compute(String studyInstanceUid) {
        Map<SeriesKey, List<InstanceFacts>> rows = new HashMap<>();
        List<SeriesSummary> series = new ArrayList<>();
        StoredInstance first = null;
        Attributes attributes = new Attributes();
        for (String seriesInstanceUid :
                metadata.seriesOfStudy(studyInstanceUid).stream().sorted().toList()) {
            SeriesKey key = new SeriesKey(studyInstanceUid, seriesInstanceUid);
            rows.put(key, metadata.instanceFactsOfSeries(key));
            List<InstanceFacts> facts = rows.get(key).stream()
                    .filter(each -> each.state() == InstanceState.ACTIVE)
                    .toList();
            Optional<StoredInstance> representative = facts.stream()
                    .min(OLDEST)
                    .flatMap(each -> metadata.instance(
                            new InstanceUids(studyInstanceUid, seriesInstanceUid, each.sopInstanceUid())));
            if (representative.isEmpty()) {
                continue;
            }
            StoredInstance oldest = representative.get();
            Attributes all = oldest.decodeWithoutBulk();
            series.add(summary(key, SummaryTags.selectSeries(all), facts));
            if (first == null || oldest.storedAt().isBefore(first.storedAt())) {
                first = oldest;
                attributes = SummaryTags.selectStudy(all);
            }
        }
        if (first == null) {
            return new ProjectedStudy(Optional.empty(), rows);
        }
        PatientKey patient = new PatientKey(
                attributes.getString(Tag.IssuerOfPatientID, first.site() == null ? "" : first.site()),
                attributes.getString(Tag.PatientID, ""));
        return new ProjectedStudy(
                Optional.of(new StudySummary(studyInstanceUid, patient, attributes, series, first.site())), rows);
    }

    private static SeriesSummary summary(SeriesKey key, Attributes attributes, List<InstanceFacts> facts) {
        return new SeriesSummary(
                key,
                attributes,
                facts.stream()
                        .map(InstanceFacts::sopClassUid)
                        .distinct()
                        .sorted()
                        .toList(),
                facts.size(),
                facts.stream().mapToLong(InstanceFacts::numberOfFrames).sum(),
                facts.stream().mapToLong(InstanceFacts::objectSize).sum(),
                facts.stream()
                        .map(InstanceFacts::storedAt)
                        .min(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                facts.stream()
                        .map(InstanceFacts::storedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH));
    }
}
