/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.HitConsumer;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.Paging;
import org.isocenter.query.index.PatientTotals;
import org.isocenter.query.index.Place;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.service.match.Criterion;

/**
 * Answers queries: those that name some studies, a series or an instance by its UID from the rows, so that a store is seen at
 * once, all others from the index. Thread-safe.
 */
@ApplicationScoped
public class StudySearch {

    private final StudyIndex index;
    private final RowSearch rows;
    private final InstanceSearch instances;

    /** With the index and the rows. */
    public StudySearch(StudyIndex index, RowSearch rows, InstanceSearch instances) {
        this.index = index;
        this.rows = rows;
        this.instances = instances;
    }

    /**
     * Finds studies, series or instances; for the patient level, their studies.
     *
     * @throws org.isocenter.archive.error.ArchiveException if rows are needed and cannot be read
     */
    public Found find(Query query, Paging paging) {
        return switch (query.level()) {
            case PATIENT, STUDY ->
                query.namesFewStudies()
                        ? ranked(studies(query), paging, Tag.StudyInstanceUID)
                        : indexed(index.studies(query.study(), query.series(), paging), paging, Tag.StudyInstanceUID);
            case SERIES ->
                query.namesFewStudies()
                        ? ranked(series(query), paging, Tag.SeriesInstanceUID)
                        : indexed(index.series(query.studyAndSeries(), paging), paging, Tag.SeriesInstanceUID);
            case IMAGE -> instances.find(query, paging);
        };
    }

    /** Whether a place, wherever it comes from, can be one of the results of a search. */
    public boolean accepts(Query query, Order order, Place place) {
        return query.level() == Level.IMAGE ? InstanceSearch.accepts(query, order, place) : order.accepts(place);
    }

    /**
     * Counts what {@link #find} would give without a limit. Instances are counted by their series where no key of theirs is
     * given: those of a series that matches are in the number though one of them says something else of its study.
     *
     * @throws org.isocenter.archive.error.ArchiveException if rows are needed and cannot be read, or if too many results would
     *     have to be looked at
     */
    public long count(Query query) {
        return switch (query.level()) {
            case PATIENT, STUDY ->
                query.namesFewStudies() ? studies(query).size() : index.countStudies(query.study(), query.series());
            case SERIES -> query.namesFewStudies() ? series(query).size() : index.countSeries(query.studyAndSeries());
            case IMAGE -> countInstances(query);
        };
    }

    private long countInstances(Query query) {
        if (query.instance().isEmpty() && !query.namesFewStudies()) {
            return index.countInstances(query.studyAndSeries());
        }
        if (query.instance().isEmpty() && query.hasUidsOnly()) {
            return instances.countNamed(query);
        }
        long[] count = new long[1];
        instances.each(query, hit -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    /**
     * Bytes of the objects of all studies that match.
     *
     * @throws org.isocenter.archive.error.ArchiveException as {@link #count}
     */
    public long sizeOfStudies(Query query) {
        if (!query.namesFewStudies()) {
            return index.sizeOfStudies(query.study(), query.series());
        }
        return studies(query).stream()
                .mapToLong(hit -> rows.size(hit.attributes().getString(Tag.StudyInstanceUID)))
                .sum();
    }

    /**
     * Gives every match to a consumer until that returns false; all are of one state of the index.
     *
     * @throws org.isocenter.archive.error.ArchiveException if rows are needed and cannot be read
     */
    public void each(Query query, HitConsumer consumer) {
        if (query.level() == Level.IMAGE) {
            instances.each(query, consumer);
            return;
        }
        if (!query.namesFewStudies()) {
            if (query.level() == Level.SERIES) {
                index.eachSeries(query.studyAndSeries(), consumer);
            } else {
                index.eachStudy(query.study(), query.series(), consumer);
            }
            return;
        }
        for (Hit hit : find(query, Paging.of(0, Integer.MAX_VALUE)).page().hits()) {
            if (!consumer.take(hit)) {
                return;
            }
        }
    }

    /** What the patient of a study has; nothing if the index does not know the study yet. */
    public PatientTotals totals(String studyInstanceUid) {
        return index.totals(studyInstanceUid);
    }

    private List<Hit> studies(Query query) {
        List<Hit> hits = new ArrayList<>();
        for (String studyInstanceUid : query.studyInstanceUids()) {
            rows.study(studyInstanceUid)
                    .filter(study -> all(query.study(), study))
                    .filter(study -> query.series().isEmpty()
                            || rows.series(studyInstanceUid).stream().anyMatch(each -> all(query.series(), each)))
                    .map(Hit::of)
                    .ifPresent(hits::add);
        }
        return hits;
    }

    private List<Hit> series(Query query) {
        List<Hit> hits = new ArrayList<>();
        for (String studyInstanceUid : query.studyInstanceUids()) {
            for (Attributes series : rows.series(studyInstanceUid)) {
                if (all(query.studyAndSeries(), series)) {
                    hits.add(Hit.of(series));
                }
            }
        }
        return hits;
    }

    private static boolean all(List<Criterion> criteria, Attributes candidate) {
        return criteria.stream().allMatch(criterion -> criterion.matches(candidate));
    }

    private static Found ranked(List<Hit> hits, Paging paging, int uidTag) {
        Ranking ranking = new Ranking(paging.order(), paging, uidTag);
        hits.forEach(ranking::add);
        return ranking.found();
    }

    private static Found indexed(Page page, Paging paging, int uidTag) {
        if (!page.more() || page.hits().isEmpty()) {
            return new Found(page, null);
        }
        Attributes last = page.hits().get(page.hits().size() - 1).attributes();
        return new Found(page, paging.order().place(last, last.getString(uidTag)));
    }
}
