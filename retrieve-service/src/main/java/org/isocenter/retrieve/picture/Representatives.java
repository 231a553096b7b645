/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.pixels.FrameFormats;

/**
 * The image that stands for a study or a series (PS3.18 10.4.1.1.4): the middle one, in the order of SOP Instance UIDs, of the
 * series, or of that series with images which has the lowest Series Number. Thread-safe; its methods block.
 */
@ApplicationScoped
public class Representatives {

    /** As modalities count them: by the numbers between the dots. */
    private static final Comparator<InstanceFacts> BY_UID =
            (left, right) -> compareUids(left.sopInstanceUid(), right.sopInstanceUid());

    private final InstanceFinder finder;
    private final MetadataStore metadata;

    /** Of instances that are shown. */
    public Representatives(InstanceFinder finder, MetadataStore metadata) {
        this.finder = finder;
        this.metadata = metadata;
    }

    /**
     * The image of a study.
     *
     * @throws ArchiveException NOT_FOUND if it has no images
     */
    public ImageSource ofStudy(String studyInstanceUid) {
        Map<String, Attributes> summaries = new HashMap<>();
        for (SeriesSummary each : metadata.seriesSummaries(studyInstanceUid)) {
            summaries.put(each.key().seriesInstanceUid(), each.attributes());
        }
        return finder.seriesOfStudy(studyInstanceUid).stream()
                .map(series -> new SeriesKey(studyInstanceUid, series))
                .sorted(Comparator.comparingLong((SeriesKey series) -> seriesNumber(series, summaries))
                        .thenComparing(SeriesKey::seriesInstanceUid, Representatives::compareUids))
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(Representatives::noImage);
    }

    /**
     * The image of a series.
     *
     * @throws ArchiveException NOT_FOUND if it has no images
     */
    public ImageSource ofSeries(SeriesKey series) {
        return find(series).orElseThrow(Representatives::noImage);
    }

    private long seriesNumber(SeriesKey series, Map<String, Attributes> summaries) {
        Attributes known = summaries.get(series.seriesInstanceUid());
        if (known == null) {
            try (Stream<InstanceAttributes> rows = metadata.attributesOfSeries(series)) {
                known = rows.findFirst()
                        .map(InstanceAttributes::decodeWithoutBulk)
                        .orElseGet(Attributes::new);
            }
        }
        return known.containsValue(Tag.SeriesNumber)
                ? known.getInt(Tag.SeriesNumber, Integer.MAX_VALUE)
                : Long.MAX_VALUE;
    }

    private Optional<ImageSource> find(SeriesKey series) {
        List<InstanceFacts> shown = finder.facts(series);
        List<InstanceFacts> images = shown.stream()
                .filter(each -> each.numberOfFrames() > 0)
                .sorted(BY_UID)
                .toList();
        // those of deflated data sets are not counted
        List<InstanceFacts> candidates = images.isEmpty() ? shown : images;
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        InstanceFacts middle = candidates.get(candidates.size() / 2);
        StoredInstance row = finder.instance(
                new InstanceUids(series.studyInstanceUid(), series.seriesInstanceUid(), middle.sopInstanceUid()));
        Attributes attributes = row.decodeAttributes();
        return FrameFormats.hasPixels(attributes) ? Optional.of(ImageSource.of(row, attributes)) : Optional.empty();
    }

    static int compareUids(String left, String right) {
        String[] first = left.split("\\.", -1);
        String[] second = right.split("\\.", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = number(first[i]).compareTo(number(second[i]));
            if (order != 0) {
                return order;
            }
        }
        return first.length == second.length ? left.compareTo(right) : Integer.compare(first.length, second.length);
    }

    private static BigInteger number(String component) {
        return component.chars().allMatch(c -> c >= '0' && c <= '9') && !component.isEmpty()
                ? new BigInteger(component)
                : BigInteger.ZERO;
    }

    private static ArchiveException noImage() {
        return new ArchiveException(ErrorCode.NOT_FOUND, "There is no image.");
    }
}
