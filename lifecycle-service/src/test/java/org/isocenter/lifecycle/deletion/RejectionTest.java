/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.StudyEvents.Change;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.rejection.PermanentDeletion;
import org.isocenter.archive.rejection.Rejections;
import org.isocenter.dicom.data.Tag;
import org.isocenter.lifecycle.LifecycleOnEngines;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.isocenter.testkit.service.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** What is rejected leaves the summaries, and comes back into them, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class RejectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Store store;

    @Inject
    MetadataStore metadata;

    @Inject
    RejectionStore standings;

    @Inject
    ObjectStore objects;

    @Inject
    EventBus events;

    @Inject
    Rejections rejections;

    private final SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
            .withSeries(2)
            .withSlices(3)
            .withSize(16, 16);

    @BeforeEach
    void ready() {
        EnginesProfile.awaitReady(port);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until " + what).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private int counted() {
        return metadata.study(study.studyInstanceUid())
                .map(StudySummary::numberOfInstances)
                .orElse(0);
    }

    private InstanceUids uids(int series, int slice) {
        return new InstanceUids(
                study.studyInstanceUid(),
                study.instance(series, 0).getString(Tag.SeriesInstanceUID),
                study.sopInstanceUid(series, slice));
    }

    private static Rejection rejection(RejectionReason reason) {
        return new Rejection(reason, Instant.now(), "test", "");
    }

    private boolean isShown(InstanceUids uids) {
        return metadata.instance(uids)
                .filter(each -> each.state() == InstanceState.ACTIVE)
                .isPresent();
    }

    @Test
    void rejectAndRestore_areSummedUp() throws InterruptedException {
        Map<String, Optional<StudySummary>> published = new ConcurrentHashMap<>();
        try (Subscription subscription = events.replayStudies(Map.of(), (changes, offsets) -> {
            for (Change each : changes) {
                published.put(each.studyInstanceUid(), Optional.ofNullable(each.summary()));
            }
        })) {
            study.instances().forEach(store::put);
            await("all are counted", () -> counted() == 6);
            PatientKey patient =
                    metadata.study(study.studyInstanceUid()).orElseThrow().patient();

            rejections.reject(InstanceScope.instance(uids(0, 1)), rejection(RejectionReason.QUALITY));
            await("one is gone", () -> counted() == 5);

            rejections.reject(InstanceScope.series(uids(1, 0).series()), rejection(RejectionReason.QUALITY));
            await("a series is gone", () -> counted() == 2);
            assertThat(metadata.study(study.studyInstanceUid()).orElseThrow().series())
                    .hasSize(1);
            assertThat(metadata.seriesSummaries(study.studyInstanceUid())).hasSize(1);

            rejections.reject(InstanceScope.study(study.studyInstanceUid()), rejection(RejectionReason.QUALITY));
            await("the study is gone", () -> metadata.study(study.studyInstanceUid())
                    .isEmpty());
            await(
                    "that is published",
                    () -> published.get(study.studyInstanceUid()).isEmpty());
            assertThat(metadata.seriesSummaries(study.studyInstanceUid())).isEmpty();
            assertThat(metadata.studiesByPatient(patient)).doesNotContain(study.studyInstanceUid());
            await("the deletions are noted", () -> due().count() == 6);

            assertThat(rejections.restore(InstanceScope.study(study.studyInstanceUid()), "test"))
                    .isEqualTo(6);
            await("all are back", () -> counted() == 6);
            await("that is published", () -> published
                    .get(study.studyInstanceUid())
                    .map(StudySummary::numberOfInstances)
                    .equals(Optional.of(6)));
            assertThat(metadata.studiesByPatient(patient)).contains(study.studyInstanceUid());
        }
    }

    private Stream<DueDeletion> due() {
        Instant later = Instant.now().plusSeconds(60);
        int shard = new DueDeletion(uids(0, 0), later).shard();
        return standings.dueDays().stream()
                .flatMap(day -> standings.due(day, shard, later, 10_000).stream())
                .filter(each -> each.uids().studyInstanceUid().equals(study.studyInstanceUid()));
    }

    @Test
    void note_hidesWhatItNamesAndItself_alsoWhatComesLater_once() throws InterruptedException {
        store.put(study.instance(0, 0));
        store.put(study.instance(1, 0));
        await("both are counted", () -> counted() == 2);
        // names the first three of the series, of which two have not come
        store.put(RejectionNoteDocument.of(study, 1, RejectionReason.PATIENT_SAFETY, 3));
        await("one and the note are gone", () -> counted() == 1);
        InstanceUids note = new InstanceUids(
                study.studyInstanceUid(),
                RejectionNoteDocument.seriesInstanceUid(study),
                RejectionNoteDocument.seriesInstanceUid(study) + ".1");
        assertThat(isShown(note)).isFalse();
        store.put(study.instance(0, 1));
        store.put(study.instance(0, 0));
        assertThat(isShown(uids(0, 1))).isFalse();
        assertThat(isShown(uids(0, 0))).isFalse();
        await(
                "what came later is noted too",
                () -> due().map(each -> each.uids().sopInstanceUid()).anyMatch(study.sopInstanceUid(0, 1)::equals));

        assertThat(rejections.restore(InstanceScope.study(study.studyInstanceUid()), "test"))
                .isEqualTo(3);
        await("all but the note are back", () -> counted() == 3);
        // the same note again, handed over again
        store.put(RejectionNoteDocument.of(study, 1, RejectionReason.PATIENT_SAFETY, 3));
        Thread.sleep(1000);
        assertThat(counted()).isEqualTo(3);
        store.put(RejectionNoteDocument.of(study, 2, RejectionReason.QUALITY, 1));
        await("another note is another matter", () -> counted() == 2);
    }

    @Test
    void round_deletesWhatIsDue_andWhatIsStoredAgainIsShown() throws InterruptedException {
        study.instances().forEach(store::put);
        await("all are counted", () -> counted() == 6);
        SeriesKey series = uids(0, 0).series();
        rejections.reject(InstanceScope.series(series), rejection(RejectionReason.RETENTION_EXPIRED));
        await("the series is gone", () -> counted() == 3);
        await("the deletions are noted", () -> due().count() == 3);
        PermanentDeletion deletion =
                new PermanentDeletion(metadata, standings, objects, events, "lifecycle-derived", "main");
        DeletionRound round = new DeletionRound(standings, deletion, new Pace(1000), () -> true);
        assertThat(round.run(Instant.now().minusSeconds(3600))).isZero();
        assertThat(round.run(Instant.now().plusSeconds(60))).isGreaterThanOrEqualTo(3);
        assertThat(due()).isEmpty();
        assertThat(metadata.instanceFactsOfSeries(series)).isEmpty();
        store.put(study.instance(0, 0));
        await("it is back", () -> counted() == 4);
    }

    @Test
    void round_thatIsNotOursAnyMore_stops() throws InterruptedException {
        store.put(study.instance(0, 0));
        rejections.reject(InstanceScope.study(study.studyInstanceUid()), rejection(RejectionReason.QUALITY));
        await("the deletion is noted", () -> due().count() == 1);
        PermanentDeletion deletion =
                new PermanentDeletion(metadata, standings, objects, events, "lifecycle-derived", "main");
        assertThat(new DeletionRound(standings, deletion, new Pace(1000), () -> false)
                        .run(Instant.now().plusSeconds(60)))
                .isZero();
        assertThat(metadata.instance(uids(0, 0))).isPresent();
    }
}
