/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

/** Finds the instances of a study, a series or a single one, those that are shown. Thread-safe; its methods block. */
@ApplicationScoped
public class InstanceFinder {

    private final MetadataStore metadata;
    private final CorrectionStore corrections;

    /** Over the rows of the store, and what is corrected of them. */
    public InstanceFinder(MetadataStore metadata, CorrectionStore corrections) {
        this.metadata = metadata;
        this.corrections = corrections;
    }

    /** Begins to read what is corrected of a study: one read, while the rows are read. */
    public CompletionStage<StudyCorrections> corrections(String studyInstanceUid) {
        return corrections.ofStudy(studyInstanceUid);
    }

    /** Where the instances of a study lie, by series. */
    public List<InstanceObject> objectsOfStudy(String studyInstanceUid) {
        CompletionStage<StudyCorrections> corrected = corrections(studyInstanceUid);
        List<InstanceLocation> found = new ArrayList<>();
        metadata.seriesOfStudy(studyInstanceUid)
                .forEach(seriesInstanceUid ->
                        found.addAll(metadata.locationsOfSeries(new SeriesKey(studyInstanceUid, seriesInstanceUid))));
        return objects(found, corrected);
    }

    /** Where the instances of a series lie. */
    public List<InstanceObject> objectsOfSeries(SeriesKey series) {
        CompletionStage<StudyCorrections> corrected = corrections(series.studyInstanceUid());
        return objects(metadata.locationsOfSeries(series), corrected);
    }

    private static List<InstanceObject> objects(
            List<InstanceLocation> locations, CompletionStage<StudyCorrections> corrected) {
        StudyCorrections corrections = CorrectionStore.await(corrected);
        return locations.stream()
                .filter(instance -> instance.state() == InstanceState.ACTIVE)
                .map(instance -> InstanceObject.of(instance, corrections.of(instance.uids())))
                .toList();
    }

    /** Where an instance lies, with what is corrected of it. */
    public InstanceObject object(StoredInstance instance) {
        StudyCorrections corrected =
                CorrectionStore.await(corrections(instance.uids().studyInstanceUid()));
        return InstanceObject.of(instance, corrected.of(instance.uids()));
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
        CompletionStage<StudyCorrections> corrected = corrections(uids.studyInstanceUid());
        StoredInstance instance = instance(uids);
        StudyCorrections corrections = CorrectionStore.await(corrected);
        return new InstanceSelection(metadata, List.of(InstanceObject.of(instance, corrections.of(uids))));
    }

    /** One instance whose row is known. */
    public InstanceSelection selection(StoredInstance instance) {
        return new InstanceSelection(metadata, List.of(object(instance)));
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
