/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

/** Finds the instances of a study, a series or a single one, those that are shown. Thread-safe; its methods block. */
@ApplicationScoped
public class InstanceFinder {

    private final MetadataStore metadata;

    /** Over the rows of the store. */
    public InstanceFinder(MetadataStore metadata) {
        this.metadata = metadata;
    }

    /** Where the instances of a study lie, by series. */
    public List<InstanceObject> objectsOfStudy(String studyInstanceUid) {
        List<InstanceObject> found = new ArrayList<>();
        metadata.seriesOfStudy(studyInstanceUid)
                .forEach(seriesInstanceUid ->
                        found.addAll(objectsOfSeries(new SeriesKey(studyInstanceUid, seriesInstanceUid))));
        return found;
    }

    /** Where the instances of a series lie. */
    public List<InstanceObject> objectsOfSeries(SeriesKey series) {
        return metadata.locationsOfSeries(series).stream()
                .filter(instance -> instance.state() == InstanceState.ACTIVE)
                .map(InstanceObject::of)
                .toList();
    }

    /**
     * The instances of a study.
     *
     * @throws ArchiveException NOT_FOUND if there are none
     */
    public InstanceSelection study(String studyInstanceUid) {
        return selection(objectsOfStudy(studyInstanceUid), "study");
    }

    /**
     * The instances of a series.
     *
     * @throws ArchiveException NOT_FOUND if there are none
     */
    public InstanceSelection series(SeriesKey series) {
        return selection(objectsOfSeries(series), "series");
    }

    /**
     * One instance.
     *
     * @throws ArchiveException NOT_FOUND
     */
    public InstanceSelection selection(InstanceUids uids) {
        return selection(instance(uids));
    }

    /** One instance whose row is known. */
    public InstanceSelection selection(StoredInstance instance) {
        return new InstanceSelection(metadata, List.of(InstanceObject.of(instance)));
    }

    private InstanceSelection selection(List<InstanceObject> found, String what) {
        if (found.isEmpty()) {
            throw notFound("There is no such " + what + ".");
        }
        return new InstanceSelection(metadata, found);
    }

    /** What distinguishes the instances of a series, those that are shown, from what they were at another time. */
    public List<InstanceFacts> facts(SeriesKey series) {
        return metadata.instanceFactsOfSeries(series).stream()
                .filter(instance -> instance.state() == InstanceState.ACTIVE)
                .toList();
    }

    /** The UIDs of the series of a study; there may be some of which nothing is shown. */
    public List<String> seriesOfStudy(String studyInstanceUid) {
        return metadata.seriesOfStudy(studyInstanceUid);
    }

    /** Hands over the data set of each instance of a study, one partition read a series. */
    public void forEachOfStudy(String studyInstanceUid, Consumer<InstanceAttributes> action) {
        metadata.seriesOfStudy(studyInstanceUid)
                .forEach(seriesInstanceUid ->
                        forEachOfSeries(new SeriesKey(studyInstanceUid, seriesInstanceUid), action));
    }

    /** Hands over the data set of each instance of a series by one partition read. */
    public void forEachOfSeries(SeriesKey series, Consumer<InstanceAttributes> action) {
        try (Stream<InstanceAttributes> instances = metadata.attributesOfSeries(series)) {
            instances
                    .filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .forEach(action);
        }
    }

    /**
     * The instance.
     *
     * @throws ArchiveException NOT_FOUND
     */
    public StoredInstance instance(InstanceUids uids) {
        return metadata.instance(uids)
                .filter(instance -> instance.state() == InstanceState.ACTIVE)
                .orElseThrow(() -> notFound("There is no such instance."));
    }

    /** The exception to throw when nothing is found. */
    public static ArchiveException notFound(String message) {
        return new ArchiveException(ErrorCode.NOT_FOUND, message);
    }
}
