/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.MatchOptions;
import org.isocenter.service.match.MatchingItems;

/**
 * A search, whatever protocol it came by.
 *
 * @param level what is searched
 * @param study keys of patient and study
 * @param series keys of series
 * @param instance keys of instances
 */
public record Query(Level level, List<Criterion> study, List<Criterion> series, List<Criterion> instance) {

    private static final int FEW_STUDIES = 100;

    /** Sorts the keys by the level that they belong to. */
    public static Query of(Level level, Attributes keys, MatchOptions options) {
        List<Criterion> study = new ArrayList<>();
        List<Criterion> series = new ArrayList<>();
        List<Criterion> instance = new ArrayList<>();
        for (Criterion criterion : Criteria.of(keys, options)) {
            switch (AttributeLevels.of(criterion.tag())) {
                case PATIENT, STUDY -> study.add(criterion);
                case SERIES -> series.add(criterion);
                case IMAGE -> instance.add(criterion);
            }
        }
        return new Query(level, List.copyOf(study), List.copyOf(series), List.copyOf(instance));
    }

    /** Keys that stand below the level of the search and so are not matched. */
    public List<Criterion> unsupported() {
        return level == Level.IMAGE ? List.of() : instance;
    }

    /** Whether a person name is matched letter by letter, with or without wildcards. */
    public boolean hasLiteralNames() {
        return Stream.of(study, series, instance).flatMap(List::stream).anyMatch(Query::isLiteralName);
    }

    /** Takes items that do not match out of what is returned. */
    public MatchingItems matchingItems() {
        return MatchingItems.of(
                Stream.of(study, series, instance).flatMap(List::stream).toList());
    }

    private static boolean isLiteralName(Criterion criterion) {
        return criterion instanceof Criterion.Name
                || criterion instanceof Criterion.Item item
                        && item.criteria().stream().anyMatch(Query::isLiteralName);
    }

    /** All keys of studies and series: documents of series hold both. */
    List<Criterion> studyAndSeries() {
        List<Criterion> both = new ArrayList<>(study);
        both.addAll(series);
        return both;
    }

    /** The Study Instance UIDs that the search is restricted to; empty if it is not. */
    List<String> studyInstanceUids() {
        return uids(study, Tag.StudyInstanceUID);
    }

    /** Whether so few studies are named that each is looked up in the rows. */
    boolean namesFewStudies() {
        List<String> named = studyInstanceUids();
        return !named.isEmpty() && named.size() <= FEW_STUDIES;
    }

    /** Whether studies and series are named by their UIDs, and by nothing else. */
    boolean hasUidsOnly() {
        return studyAndSeries().stream()
                .allMatch(each -> each instanceof Criterion.Uids
                        && (each.tag() == Tag.StudyInstanceUID || each.tag() == Tag.SeriesInstanceUID));
    }

    List<String> seriesInstanceUids() {
        return uids(series, Tag.SeriesInstanceUID);
    }

    List<String> sopInstanceUids() {
        return uids(instance, Tag.SOPInstanceUID);
    }

    private static List<String> uids(List<Criterion> criteria, int tag) {
        for (Criterion criterion : criteria) {
            if (criterion instanceof Criterion.Uids uids && uids.tag() == tag) {
                return List.copyOf(uids.uids());
            }
        }
        return List.of();
    }
}
