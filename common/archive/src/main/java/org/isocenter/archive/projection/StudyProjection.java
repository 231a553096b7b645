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
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.PatientChain;
import org.isocenter.archive.correction.StudyCorrections;
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

/**
 * Sums up a study from its rows: counts over all instances that are not rejected, attributes from the oldest instance of each
 * series, those of the study from its oldest series, all as they are corrected. Reads only; the same rows give the same summary.
 * Thread-safe.
 */
public final class StudyProjection {

    private static final Comparator<InstanceFacts> OLDEST =
            Comparator.comparing(InstanceFacts::storedAt).thenComparing(InstanceFacts::sopInstanceUid);

    private final MetadataStore metadata;
    private final CorrectionStore corrections;

    /** Over the rows given, as they were stored. */
    public StudyProjection(MetadataStore metadata) {
        this(metadata, CorrectionStore.NONE);
    }

    /** Over the rows given, and what is corrected of them. */
    public StudyProjection(MetadataStore metadata, CorrectionStore corrections) {
        this.metadata = metadata;
        this.corrections = corrections;
    }

    /** The study as it is now. */
    public ProjectedStudy compute(String studyInstanceUid) {
        CompletionStage<StudyCorrections> recorded = corrections.ofStudy(studyInstanceUid);
        Map<SeriesKey, List<InstanceFacts>> rows = new HashMap<>();
        List<Representative> representatives = new ArrayList<>();
        for (String seriesInstanceUid :
                metadata.seriesOfStudy(studyInstanceUid).stream().sorted().toList()) {
            SeriesKey key = new SeriesKey(studyInstanceUid, seriesInstanceUid);
            rows.put(key, metadata.instanceFactsOfSeries(key));
            List<InstanceFacts> facts = rows.get(key).stream()
                    .filter(each -> each.state() == InstanceState.ACTIVE)
                    .toList();
            facts.stream()
                    .min(OLDEST)
                    .flatMap(each -> metadata.instance(
                            new InstanceUids(studyInstanceUid, seriesInstanceUid, each.sopInstanceUid())))
                    .ifPresent(oldest -> representatives.add(Representative.of(oldest, facts)));
        }
        Optional<Representative> first = representatives.stream().min(Comparator.comparing(Representative::storedAt));
        StudyCorrections known = CorrectionStore.await(recorded);
        if (first.isEmpty()) {
            return new ProjectedStudy(Optional.empty(), rows, known, known);
        }
        StudyCorrections current = withPatient(known, first.get());
        return new ProjectedStudy(Optional.of(summary(first.get(), representatives, current)), rows, known, current);
    }

    /** What counts of the oldest instance of a series, which stands for it. */
    private record Representative(
            InstanceUids uids,
            Instant storedAt,
            String site,
            Attributes ofStudy,
            Attributes ofSeries,
            List<InstanceFacts> facts) {

        static Representative of(StoredInstance oldest, List<InstanceFacts> facts) {
            Attributes all = oldest.decodeWithoutBulk();
            return new Representative(
                    oldest.uids(),
                    oldest.storedAt(),
                    oldest.site(),
                    SummaryTags.selectStudy(all),
                    SummaryTags.selectSeries(all),
                    facts);
        }
    }

    /** The corrections of the patient as they are now; a copy of the study may be of another time. */
    private StudyCorrections withPatient(StudyCorrections known, Representative first) {
        Attributes own = StudyCorrections.of(known.history()).of(first.uids()).apply(first.ofStudy());
        PatientChain chain = PatientChain.of(corrections, PatientKey.of(own, first.site()), first.site());
        return chain.corrections().isEmpty() && !known.hasCopy() ? known : known.withPatient(chain.corrections());
    }

    private static StudySummary summary(
            Representative first, List<Representative> representatives, StudyCorrections corrections) {
        List<SeriesSummary> series = new ArrayList<>();
        for (Representative each : representatives) {
            Attributes attributes = corrections.of(each.uids()).apply(each.ofSeries());
            series.add(summary(each.uids().series(), SummaryTags.selectSeries(attributes), each.facts()));
        }
        Attributes attributes =
                SummaryTags.selectStudy(corrections.of(first.uids()).apply(first.ofStudy()));
        return new StudySummary(
                first.uids().studyInstanceUid(),
                PatientKey.of(attributes, first.site()),
                attributes,
                series,
                first.site());
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
