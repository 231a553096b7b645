/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.HitConsumer;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.PatientTotals;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.service.match.Criterion;

/**
 * Answers queries: those that name some studies, a series or an instance by its UID from the rows, so that a store is seen at
 * once, all others from the index. Thread-safe.
 */
@ApplicationScoped
public class StudySearch {

    private static final Comparator<Hit> YOUNGEST_FIRST = Comparator.comparing(
                    (Hit hit) -> hit.attributes().getString(Tag.StudyDate, "")
                            + hit.attributes().getString(Tag.StudyTime, ""),
                    Comparator.reverseOrder())
            .thenComparing(hit -> hit.attributes().getString(Tag.StudyInstanceUID, ""))
            .thenComparingInt(hit -> hit.attributes().getInt(Tag.SeriesNumber, Integer.MAX_VALUE))
            .thenComparing(hit -> hit.attributes().getString(Tag.SeriesInstanceUID, ""));

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
     * @param offset hits to skip
     * @param limit hits to return at most
     * @param prepared whether the default answers of QIDO-RS are enough where there are some
     * @throws org.isocenter.archive.error.ArchiveException if rows are needed and cannot be read
     */
    public Page find(Query query, int offset, int limit, boolean prepared) {
        return switch (query.level()) {
            case PATIENT, STUDY -> studies(query, offset, limit, prepared);
            case SERIES -> series(query, offset, limit, prepared);
            case IMAGE -> instances.find(query, offset, limit);
        };
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
        for (Hit hit : find(query, 0, Integer.MAX_VALUE, false).hits()) {
            if (!consumer.take(hit)) {
                return;
            }
        }
    }

    /** What the patient of a study has; nothing if the index does not know the study yet. */
    public PatientTotals totals(String studyInstanceUid) {
        return index.totals(studyInstanceUid);
    }

    private Page studies(Query query, int offset, int limit, boolean prepared) {
        if (!query.namesFewStudies()) {
            return index.studies(query.study(), query.series(), offset, limit, prepared);
        }
        List<Hit> hits = new ArrayList<>();
        for (String studyInstanceUid : query.studyInstanceUids()) {
            rows.study(studyInstanceUid)
                    .filter(study -> all(query.study(), study))
                    .filter(study -> query.series().isEmpty()
                            || rows.series(studyInstanceUid).stream().anyMatch(each -> all(query.series(), each)))
                    .map(Hit::of)
                    .ifPresent(hits::add);
        }
        return page(hits, offset, limit);
    }

    private Page series(Query query, int offset, int limit, boolean prepared) {
        if (!query.namesFewStudies()) {
            return index.series(query.studyAndSeries(), offset, limit, prepared);
        }
        List<Hit> hits = new ArrayList<>();
        for (String studyInstanceUid : query.studyInstanceUids()) {
            for (Attributes series : rows.series(studyInstanceUid)) {
                if (all(query.studyAndSeries(), series)) {
                    hits.add(Hit.of(series));
                }
            }
        }
        return page(hits, offset, limit);
    }

    private static boolean all(List<Criterion> criteria, Attributes candidate) {
        return criteria.stream().allMatch(criterion -> criterion.matches(candidate));
    }

    private static Page page(List<Hit> hits, int offset, int limit) {
        hits.sort(YOUNGEST_FIRST);
        int from = Math.min(offset, hits.size());
        int to = (int) Math.min((long) from + limit, hits.size());
        return new Page(hits.subList(from, to), to < hits.size());
    }
}
