/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.QueryConfig;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.HitConsumer;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.query.index.SummaryAttributes;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.InvalidQueryException;

/** Finds instances: always in the rows, of the series that the keys above lead to. */
@ApplicationScoped
public class InstanceSearch {

    private static final int SERIES_CHUNK = 200;
    private static final int MAX_NAMED = 10_000;
    private static final Comparator<Attributes> BY_NUMBER = Comparator.comparingInt(
                    (Attributes instance) -> instance.getInt(Tag.InstanceNumber, Integer.MAX_VALUE))
            .thenComparing(instance -> instance.getString(Tag.SOPInstanceUID, ""));

    private final MetadataStore metadata;
    private final CorrectionStore corrections;
    private final StudyIndex index;
    private final int maxScanned;

    /** With the rows, what is corrected of them, and the index that leads to them. */
    public InstanceSearch(MetadataStore metadata, CorrectionStore corrections, StudyIndex index, QueryConfig config) {
        this.metadata = metadata;
        this.corrections = corrections;
        this.index = index;
        this.maxScanned = config.maxInstancesScanned();
    }

    Page find(Query query, int offset, int limit) {
        Collected collected = new Collected(query, offset, limit);
        if (query.sopInstanceUids().isEmpty()) {
            eachSeries(query, series -> {
                scan(series, collected);
                return !collected.isFull();
            });
        } else {
            collected.addAll(named(query));
        }
        return collected.page();
    }

    /** Gives every match to a consumer until that returns false; the instances of one series are held at a time. */
    void each(Query query, HitConsumer consumer) {
        Collected collected = new Collected(query, 0, Integer.MAX_VALUE);
        if (query.sopInstanceUids().isEmpty()) {
            eachSeries(query, series -> {
                scan(series, collected);
                boolean more = collected.handOver(consumer);
                consumer.searching();
                return more;
            });
        } else {
            collected.addAll(named(query));
            collected.handOver(consumer);
        }
    }

    private List<Attributes> named(Query query) {
        if (query.sopInstanceUids().size() > MAX_NAMED) {
            throw new InvalidQueryException("SOPInstanceUID has more than " + MAX_NAMED + " values");
        }
        List<Attributes> found = new ArrayList<>();
        Map<String, StudyCorrections> corrected = new HashMap<>();
        for (String sopInstanceUid : query.sopInstanceUids()) {
            metadata.instanceBySop(sopInstanceUid)
                    .filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .map(instance -> attributes(
                            instance,
                            corrected.computeIfAbsent(
                                    instance.uids().studyInstanceUid(),
                                    study -> CorrectionStore.await(corrections.ofStudy(study)))))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Gives the series that the keys above the instances lead to, until the consumer returns false. */
    private void eachSeries(Query query, Predicate<SeriesKey> consumer) {
        if (query.studyInstanceUids().isEmpty()) {
            eachIndexed(query, consumer);
            return;
        }
        for (String study : query.studyInstanceUids()) {
            List<String> series =
                    query.seriesInstanceUids().isEmpty() ? metadata.seriesOfStudy(study) : query.seriesInstanceUids();
            if (!series.stream().sorted().allMatch(each -> consumer.test(new SeriesKey(study, each)))) {
                return;
            }
        }
    }

    private void eachIndexed(Query query, Predicate<SeriesKey> consumer) {
        int at = 0;
        Page page;
        do {
            page = index.series(query.studyAndSeries(), at, SERIES_CHUNK, false);
            for (Hit series : page.hits()) {
                SeriesKey key = new SeriesKey(
                        series.attributes().getString(Tag.StudyInstanceUID),
                        series.attributes().getString(Tag.SeriesInstanceUID));
                if (!consumer.test(key)) {
                    return;
                }
            }
            at += SERIES_CHUNK;
        } while (page.more());
    }

    private void scan(SeriesKey series, Collected collected) {
        CompletionStage<StudyCorrections> reading = collected.corrections(series.studyInstanceUid());
        try (Stream<StoredInstance> rows = metadata.instancesOfSeries(series)) {
            StudyCorrections corrected = CorrectionStore.await(reading);
            collected.addAll(rows.filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .map(instance -> attributes(instance, corrected))
                    .toList());
        }
    }

    private static Attributes attributes(StoredInstance instance, StudyCorrections corrected) {
        Attributes attributes =
                SummaryAttributes.inUtf8(corrected.of(instance.uids()).apply(instance.decodeWithoutBulk()));
        attributes.setString(Tag.InstanceAvailability, "ONLINE");
        attributes.setString(Tag.AvailableTransferSyntaxUID, instance.transferSyntaxUid());
        return attributes;
    }

    /** What matched so far. */
    private final class Collected {

        private final List<Criterion> criteria = new ArrayList<>();
        private final List<Hit> hits = new ArrayList<>();
        private final int offset;
        private final int limit;
        private int scanned;
        private String study = "";
        private CompletionStage<StudyCorrections> corrected;

        Collected(Query query, int offset, int limit) {
            this.offset = offset;
            this.limit = limit;
            for (Criterion criterion : query.studyAndSeries()) {
                if (criterion.tag() != Tag.ModalitiesInStudy && criterion.tag() != Tag.SOPClassesInStudy) {
                    criteria.add(criterion);
                }
            }
            criteria.addAll(query.instance());
        }

        /** Begins to read what is corrected of a study, once for all of its series. */
        CompletionStage<StudyCorrections> corrections(String studyInstanceUid) {
            if (!study.equals(studyInstanceUid)) {
                study = studyInstanceUid;
                corrected = corrections.ofStudy(studyInstanceUid);
            }
            return corrected;
        }

        void addAll(List<Attributes> instances) {
            scanned += instances.size();
            if (scanned > maxScanned) {
                throw new ArchiveException(
                        ErrorCode.LIMIT_EXCEEDED, "The search looks at too many instances: name a study");
            }
            instances.stream()
                    .filter(instance -> criteria.stream().allMatch(criterion -> criterion.matches(instance)))
                    .sorted(BY_NUMBER)
                    .map(Hit::of)
                    .forEach(hits::add);
        }

        /** Gives away what is there; returns whether more is wanted. */
        boolean handOver(HitConsumer consumer) {
            for (Hit hit : hits) {
                if (!consumer.take(hit)) {
                    return false;
                }
            }
            hits.clear();
            return true;
        }

        boolean isFull() {
            return hits.size() > (long) offset + limit;
        }

        Page page() {
            int from = Math.min(offset, hits.size());
            int to = (int) Math.min((long) from + limit, hits.size());
            return new Page(hits.subList(from, to), to < hits.size());
        }
    }
}
