/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.projection.StudyProjection;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.index.StudyIndex;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.MatchOptions;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** An archive with three studies, of which tests ask: two of CT and one of MR, each of another patient. */
@ApplicationScoped
public class TestArchive {

    /** Two series of three slices. */
    public static final SyntheticStudy FIRST =
            SyntheticStudy.of(SyntheticKind.CT, 11).withSeries(2).withSlices(3).withSize(16, 16);

    /** One series of two slices. */
    public static final SyntheticStudy SECOND =
            SyntheticStudy.of(SyntheticKind.CT, 12).withSlices(2).withSize(16, 16);

    /** One series of two slices of MR. */
    public static final SyntheticStudy THIRD =
            SyntheticStudy.of(SyntheticKind.MR, 13).withSlices(2).withSize(16, 16);

    private static final long PATIENCE_SECONDS = 30;

    private final Store store;
    private final MetadataStore metadata;
    private final EventBus events;
    private final CorrectionStore corrections;
    private final StudyIndex index;
    private boolean filled;

    TestArchive(Store store, MetadataStore metadata, EventBus events, CorrectionStore corrections, StudyIndex index) {
        this.store = store;
        this.metadata = metadata;
        this.events = events;
        this.corrections = corrections;
        this.index = index;
    }

    /** Fills the archive once and waits until everything is found. */
    public synchronized void fill() throws Exception {
        if (!filled) {
            for (SyntheticStudy study : List.of(FIRST, SECOND, THIRD)) {
                study.instances().forEach(store::put);
                project(study.studyInstanceUid());
            }
            awaitStudies(3);
            filled = true;
        }
    }

    /** Stores an instance that the index does not know yet. */
    public void put(Attributes instance) {
        store.put(instance);
    }

    /** Does what the projector does. */
    public void project(String studyInstanceUid) throws Exception {
        var summary = new StudyProjection(metadata, corrections)
                .compute(studyInstanceUid)
                .summary()
                .orElseThrow();
        metadata.writeStudy(summary);
        events.studyChanged(summary).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes a study out of the index. */
    public void remove(String studyInstanceUid) throws Exception {
        events.studyGone(studyInstanceUid).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(() -> findings(studyInstanceUid) == 0);
    }

    /** Waits until the index has the study. */
    public void awaitIndexed(String studyInstanceUid) throws InterruptedException {
        await(() -> findings(studyInstanceUid) > 0);
    }

    private long findings(String studyInstanceUid) {
        Attributes keys = new Attributes();
        keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        return index.countStudies(Criteria.of(keys, MatchOptions.BASELINE), List.of());
    }

    private void awaitStudies(int count) throws InterruptedException {
        await(() -> index.size() >= count);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until found").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
