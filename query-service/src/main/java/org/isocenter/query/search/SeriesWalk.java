/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.List;
import java.util.function.Predicate;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.Paging;
import org.isocenter.query.index.Place;
import org.isocenter.query.index.StudyIndex;

/**
 * Goes through the series that the keys above instances lead to: those of named studies by their UIDs, else those of the index,
 * the youngest study first. Each chunk of the index begins after the last series of the one before, whatever comes in meanwhile.
 */
record SeriesWalk(MetadataStore metadata, StudyIndex index) {

    private static final int CHUNK = 200;

    /**
     * Gives series until the consumer returns false.
     *
     * @param from the series to begin with, or null for the first one
     */
    void each(Query query, SeriesPlace from, Predicate<SeriesPlace> consumer) {
        if (query.studyInstanceUids().isEmpty()) {
            eachIndexed(query, from, consumer);
        } else {
            eachNamed(query, from == null ? null : from.key(), consumer);
        }
    }

    private void eachNamed(Query query, SeriesKey from, Predicate<SeriesPlace> consumer) {
        for (String study : sorted(query.studyInstanceUids())) {
            if (from != null && study.compareTo(from.studyInstanceUid()) < 0) {
                continue;
            }
            List<String> series =
                    query.seriesInstanceUids().isEmpty() ? metadata.seriesOfStudy(study) : query.seriesInstanceUids();
            for (String each : sorted(series)) {
                boolean before = from != null
                        && study.equals(from.studyInstanceUid())
                        && each.compareTo(from.seriesInstanceUid()) < 0;
                if (!before && !consumer.test(SeriesPlace.of(new SeriesKey(study, each)))) {
                    return;
                }
            }
        }
    }

    private static List<String> sorted(List<String> uids) {
        return uids.stream().sorted().toList();
    }

    private void eachIndexed(Query query, SeriesPlace from, Predicate<SeriesPlace> consumer) {
        if (from != null && !consumer.test(from)) {
            return;
        }
        Place after = from == null ? null : from.inIndex();
        Page page;
        do {
            page = index.series(query.studyAndSeries(), new Paging(Order.YOUNGEST_FIRST, after, 0, CHUNK));
            for (Hit hit : page.hits()) {
                SeriesPlace series = SeriesPlace.of(hit);
                if (!consumer.test(series)) {
                    return;
                }
                after = series.inIndex();
            }
        } while (page.more());
    }
}
