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
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.Paging;
import org.isocenter.query.index.Place;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.query.index.SummaryAttributes;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.InvalidQueryException;

/** Finds instances: always in the rows, of the series that the keys above lead to. */
@ApplicationScoped
public class InstanceSearch {

    private static final int MAX_NAMED = 10_000;
    private static final Comparator<Attributes> BY_NUMBER = Comparator.comparingInt(
                    (Attributes instance) -> instance.getInt(Tag.InstanceNumber, Integer.MAX_VALUE))
            .thenComparing(instance -> instance.getString(Tag.SOPInstanceUID, ""));

    private final MetadataStore metadata;
    private final CorrectionStore corrections;
    private final SeriesWalk walk;
    private final int maxScanned;

    /** With the rows, what is corrected of them, and the index that leads to them. */
    public InstanceSearch(MetadataStore metadata, CorrectionStore corrections, StudyIndex index, QueryConfig config) {
        this.metadata = metadata;
        this.corrections = corrections;
        this.walk = new SeriesWalk(metadata, index);
        this.maxScanned = config.maxInstancesScanned();
    }

    /**
     * A page of instances: those of a series by their numbers, one series after the other; in another order, and where they are
     * named one by one, all are looked at and the best kept.
     */
    Found find(Query query, Paging paging) {
        boolean named = !query.sopInstanceUids().isEmpty();
        if (named || !paging.order().isYoungestFirst()) {
            Order order = orderOf(query, paging.order());
            Ranking ranking = new Ranking(order, paging, Tag.SOPInstanceUID);
            each(query, hit -> {
                ranking.add(hit);
                return true;
            });
            return ranking.found();
        }
        Walked walked = new Walked(query, paging);
        SeriesPlace from = paging.after() == null ? null : SeriesPlace.ofInstance(paging.after());
        walk.each(query, from, walked::takeSeries);
        return walked.found();
    }

    /** Whether a place, wherever it comes from, can be one of the results of a search. */
    static boolean accepts(Query query, Order order, Place place) {
        boolean ranked = !query.sopInstanceUids().isEmpty() || !order.isYoungestFirst();
        return ranked ? orderOf(query, order).accepts(place) : SeriesPlace.accepts(place);
    }

    private static Order orderOf(Query query, Order wanted) {
        return wanted.isYoungestFirst() && !query.sopInstanceUids().isEmpty() ? Order.BY_INSTANCE_NUMBER : wanted;
    }

    /** Gives every match to a consumer until that returns false; the instances of one series are held at a time. */
    void each(Query query, HitConsumer consumer) {
        Candidates candidates = new Candidates(query);
        if (!query.sopInstanceUids().isEmpty()) {
            handOver(candidates.matching(named(query)), consumer);
            return;
        }
        walk.each(query, null, series -> {
            boolean more = handOver(candidates.matching(ofSeries(series.key(), candidates)), consumer);
            consumer.searching();
            return more;
        });
    }

    private static boolean handOver(List<Attributes> instances, HitConsumer consumer) {
        for (Attributes instance : instances) {
            if (!consumer.take(Hit.of(instance))) {
                return false;
            }
        }
        return true;
    }

    /** How many instances the named series have. */
    long countNamed(Query query) {
        long[] count = new long[1];
        walk.each(query, null, series -> {
            count[0] += metadata.instanceFactsOfSeries(series.key()).stream()
                    .filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .count();
            return true;
        });
        return count[0];
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

    private List<Attributes> ofSeries(SeriesKey series, Candidates candidates) {
        CompletionStage<StudyCorrections> reading = candidates.corrections(series.studyInstanceUid());
        try (Stream<StoredInstance> rows = metadata.instancesOfSeries(series)) {
            StudyCorrections corrected = CorrectionStore.await(reading);
            return rows.filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .map(instance -> attributes(instance, corrected))
                    .toList();
        }
    }

    private static Attributes attributes(StoredInstance instance, StudyCorrections corrected) {
        Attributes attributes =
                SummaryAttributes.inUtf8(corrected.of(instance.uids()).apply(instance.decodeWithoutBulk()));
        attributes.setString(Tag.InstanceAvailability, "ONLINE");
        attributes.setString(Tag.AvailableTransferSyntaxUID, instance.transferSyntaxUid());
        return attributes;
    }

    /** What is looked at, so many and no more. */
    private final class Candidates {

        private final List<Criterion> criteria = new ArrayList<>();
        private int scanned;
        private String study = "";
        private CompletionStage<StudyCorrections> corrected;

        Candidates(Query query) {
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

        List<Attributes> matching(List<Attributes> instances) {
            scanned += instances.size();
            if (scanned > maxScanned) {
                throw new ArchiveException(
                        ErrorCode.LIMIT_EXCEEDED, "The search looks at too many instances: name a study");
            }
            return instances.stream()
                    .filter(instance -> criteria.stream().allMatch(criterion -> criterion.matches(instance)))
                    .sorted(BY_NUMBER)
                    .toList();
        }
    }

    /** What matched so far on the way through the series. */
    private final class Walked {

        private final Candidates candidates;
        private final Paging paging;
        private final List<Hit> hits = new ArrayList<>();
        private final List<SeriesPlace> places = new ArrayList<>();

        Walked(Query query, Paging paging) {
            this.candidates = new Candidates(query);
            this.paging = paging;
        }

        /** Returns whether there is room for more. */
        boolean takeSeries(SeriesPlace series) {
            Place after = paging.after();
            boolean begun = after != null
                    && series.key().equals(SeriesPlace.ofInstance(after).key());
            for (Attributes instance : candidates.matching(ofSeries(series.key(), candidates))) {
                if (!begun || SeriesPlace.isAfter(instance, after)) {
                    hits.add(Hit.of(instance));
                    places.add(series);
                }
            }
            return hits.size() <= (long) paging.offset() + paging.limit();
        }

        Found found() {
            int from = Math.min(paging.offset(), hits.size());
            int to = (int) Math.min((long) from + paging.limit(), hits.size());
            boolean more = to < hits.size();
            Place next = more && to > from
                    ? places.get(to - 1).ofInstance(hits.get(to - 1).attributes())
                    : null;
            return new Found(new Page(hits.subList(from, to), more), next);
        }
    }
}
