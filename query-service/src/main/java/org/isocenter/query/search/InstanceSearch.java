/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

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
import org.isocenter.query.index.Page;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.query.index.SummaryAttributes;
import org.isocenter.query.match.Criterion;

/** Finds instances: always in the rows, of the series that the keys above lead to. */
@ApplicationScoped
public class InstanceSearch {

    private static final int SERIES_CHUNK = 200;
    private static final Comparator<Attributes> BY_NUMBER = Comparator.comparingInt(
                    (Attributes instance) -> instance.getInt(Tag.InstanceNumber, Integer.MAX_VALUE))
            .thenComparing(instance -> instance.getString(Tag.SOPInstanceUID, ""));

    private final MetadataStore metadata;
    private final StudyIndex index;
    private final int maxScanned;

    /** With the rows, and the index that leads to them. */
    public InstanceSearch(MetadataStore metadata, StudyIndex index, QueryConfig config) {
        this.metadata = metadata;
        this.index = index;
        this.maxScanned = config.maxInstancesScanned();
    }

    Page find(Query query, int offset, int limit) {
        Collected collected = new Collected(query, offset, limit);
        if (!query.sopInstanceUids().isEmpty()) {
            List<Attributes> found = new ArrayList<>();
            for (String sopInstanceUid : query.sopInstanceUids()) {
                metadata.instanceBySop(sopInstanceUid)
                        .filter(instance -> instance.state() == InstanceState.ACTIVE)
                        .map(InstanceSearch::attributes)
                        .ifPresent(found::add);
            }
            collected.addAll(found);
        } else if (query.studyInstanceUids().isEmpty()) {
            scanIndexed(query, collected);
        } else {
            for (String study : query.studyInstanceUids()) {
                List<String> series = query.seriesInstanceUids().isEmpty()
                        ? metadata.seriesOfStudy(study)
                        : query.seriesInstanceUids();
                series.stream().sorted().forEach(each -> scan(new SeriesKey(study, each), collected));
            }
        }
        return collected.page();
    }

    private void scanIndexed(Query query, Collected collected) {
        int at = 0;
        Page page;
        do {
            page = index.series(query.studyAndSeries(), at, SERIES_CHUNK);
            for (Hit series : page.hits()) {
                scan(
                        new SeriesKey(
                                series.attributes().getString(Tag.StudyInstanceUID),
                                series.attributes().getString(Tag.SeriesInstanceUID)),
                        collected);
            }
            at += SERIES_CHUNK;
        } while (page.more() && !collected.isFull());
    }

    private void scan(SeriesKey series, Collected collected) {
        if (collected.isFull()) {
            return;
        }
        try (Stream<StoredInstance> rows = metadata.instancesOfSeries(series)) {
            collected.addAll(rows.filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .map(InstanceSearch::attributes)
                    .toList());
        }
    }

    private static Attributes attributes(StoredInstance instance) {
        Attributes attributes = SummaryAttributes.inUtf8(instance.decodeWithoutBulk());
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
