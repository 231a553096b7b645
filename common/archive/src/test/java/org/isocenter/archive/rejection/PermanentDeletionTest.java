/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.isocenter.archive.event.InstanceChanged.Change;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.object.ObjectInfo;
import org.isocenter.archive.object.ObjectUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Content is deleted for ever only when it was rejected long enough, and nothing that is stored meanwhile is. */
class PermanentDeletionTest {

    private static final int RACES = 40;

    @TempDir
    Path folder;

    private RejectionEngines engines;

    @BeforeEach
    void open() throws InterruptedException {
        engines = new RejectionEngines(folder);
    }

    @AfterEach
    void close() {
        engines.close();
    }

    private void reject(int number, RejectionReason reason) {
        int rejected = engines.rejections.reject(
                InstanceScope.instance(engines.uids(number)), new Rejection(reason, Instant.now(), "test", ""));
        assertThat(rejected).isEqualTo(1);
    }

    private long objectsIn(String bucket) {
        try (Stream<ObjectInfo> all = engines.objects.list(bucket, engines.study + "/")) {
            return all.count();
        }
    }

    private void putDerived(String key) {
        try (ObjectUpload upload = engines.objects.newUpload()) {
            upload.write(new byte[] {1}, 0, 1);
            upload.commit(new ObjectLocation(RejectionEngines.DERIVED, key));
        }
    }

    @Test
    void carryOut_takesRowObjectAndThumbnails_andTells() {
        engines.put(1);
        engines.put(11);
        SeriesKey series = engines.series;
        String prefix = engines.study + "/" + series.seriesInstanceUid() + "/"
                + engines.uids(1).sopInstanceUid();
        putDerived(prefix + ".0123abcd.f1.t200.jpg");
        putDerived(prefix + "1.0123abcd.f1.t200.jpg");
        putDerived(prefix + ".7.0123abcd.f1.t200.jpg");
        reject(1, RejectionReason.QUALITY);
        assertThat(engines.isShown(1)).isFalse();
        assertThat(engines.kept(1)).isPresent();

        engines.deleteAll(engines.store);

        assertThat(engines.kept(1)).isEmpty();
        assertThat(engines.isShown(11)).isTrue();
        assertThat(objectsIn(RejectionEngines.HOT)).isEqualTo(1);
        assertThat(objectsIn(RejectionEngines.DERIVED)).isEqualTo(2);
        assertThat(engines.due(Instant.now().plusSeconds(60))).isEmpty();
        assertThat(engines.events.changes)
                .extracting(each -> each.change() + " " + each.reason())
                .containsExactly(Change.REJECTED + " 113001", Change.DELETED + " 113001");
        assertThat(engines.metadata.instanceFactsOfSeries(series)).hasSize(1);
        assertThat(engines.metadata.locationsOfSeries(series)).hasSize(1);
        try (Stream<?> rows = engines.metadata.instancesOfSeries(series);
                Stream<?> attributes = engines.metadata.attributesOfSeries(series)) {
            assertThat(rows).hasSize(1);
            assertThat(attributes).hasSize(1);
        }
    }

    @Test
    void carryOut_ofARestoredInstanceOrTooEarly_deletesNothing() {
        engines.put(1);
        reject(1, RejectionReason.QUALITY);
        new DeletionAgenda(engines.store).note(engines.series);
        DueDeletion due = engines.due(Instant.now().plusSeconds(60)).get(0);
        assertThat(engines.deletion(engines.store).carryOut(due, Instant.now().minusSeconds(60)))
                .isEqualTo(PermanentDeletion.Outcome.LATER);
        assertThat(engines.due(Instant.now().plusSeconds(60))).hasSize(1);
        engines.rejections.restore(InstanceScope.study(engines.study), "test");
        assertThat(engines.deletion(engines.store).carryOut(due, Instant.now().plusSeconds(60)))
                .isEqualTo(PermanentDeletion.Outcome.VOID);
        assertThat(engines.isShown(1)).isTrue();
        assertThat(engines.due(Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void store_afterDeletion_isHiddenOrShownByTheReason_underAnotherKey() {
        for (RejectionReason reason : RejectionReason.values()) {
            int number = 20 + reason.ordinal();
            engines.put(number);
            ObjectLocation before = engines.metadata
                    .instance(engines.uids(number))
                    .orElseThrow()
                    .location();
            reject(number, reason);
            engines.deleteAll(engines.store);
            assertThat(engines.put(number).outcome()).isEqualTo(Outcome.STORED);
            assertThat(engines.isShown(number)).as("%s", reason).isEqualTo(reason.endsWhenStoredAgain());
            assertThat(engines.metadata
                            .instance(engines.uids(number))
                            .orElseThrow()
                            .location())
                    .isNotEqualTo(before);
            // a process that stood still deletes what it believes to be due
            engines.objects.delete(before);
            assertThat(engines.kept(number)).isPresent();
        }
    }

    @Test
    void store_whileRejected_isHiddenOrShownByTheReason() {
        for (RejectionReason reason : RejectionReason.values()) {
            int number = 30 + reason.ordinal();
            engines.put(number);
            reject(number, reason);
            assertThat(engines.put(number).outcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(engines.isShown(number)).as("%s", reason).isEqualTo(reason.endsWhenStoredAgain());
        }
    }

    @Test
    void store_whileAKilledProcessWasDeleting_outlivesTheDeletion() {
        for (int writes = 1; writes < 4; writes++) {
            int number = 40 + writes;
            engines.put(number);
            reject(number, RejectionReason.RETENTION_EXPIRED);
            StumblingStore killed = new StumblingStore(engines.store, writes);
            assertThatThrownBy(() -> engines.deleteAll(killed)).isInstanceOf(StumblingStore.Killed.class);
            engines.put(number);
            engines.deleteAll(engines.store);
            assertThat(engines.isShown(number)).as("after %d writes", writes).isTrue();
            assertThat(engines.kept(number)).isPresent();
        }
    }

    /** Of a store and two deletions at once the store is acknowledged last or first: what it stored is there. */
    @Test
    void store_atTheSameTimeAsDeletions_isNeverLost() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            engines.put(1);
            for (int race = 0; race < RACES; race++) {
                reject(1, RejectionReason.RETENTION_EXPIRED);
                List<Future<?>> running = new ArrayList<>();
                running.add(pool.submit(() -> engines.deleteAll(engines.store)));
                running.add(pool.submit(() -> engines.deleteAll(engines.store)));
                running.add(pool.submit(() -> engines.put(1)));
                for (Future<?> each : running) {
                    each.get();
                }
                // of a deletion that the store overtook, nothing is left to do but this
                engines.deleteAll(engines.store);
                assertThat(engines.isShown(1)).as("race %d", race).isTrue();
                assertThat(engines.kept(1)).as("race %d", race).hasValueSatisfying(content -> assertThat(content)
                        .isEqualTo(engines.content(1)));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void changes_ofWhatHasChangedSince_areNotMade() {
        RejectionStore store = engines.store;
        InstanceStanding unknown = InstanceStanding.unknown(engines.uids(50));
        Rejection rejection = new Rejection(RejectionReason.QUALITY, Instant.now(), "test", "");
        assertThat(store.change(List.of(unknown.rejected(rejection)))).isTrue();
        assertThat(store.change(List.of(unknown.rejected(rejection)))).isFalse();
        InstanceStanding other = InstanceStanding.unknown(engines.uids(51));
        assertThat(store.change(List.of(other.rejected(rejection), unknown.rejected(rejection))))
                .isFalse();
        assertThat(store.standing(engines.uids(51))).isEmpty();
        InstanceStanding read = store.standing(engines.uids(50)).orElseThrow();
        assertThat(read).isEqualTo(unknown.rejected(rejection));
        assertThat(store.change(List.of(read.restored()))).isTrue();
        assertThat(store.standings(engines.series)).singleElement().satisfies(each -> assertThat(each.state())
                .isEqualTo(InstanceState.ACTIVE));
    }

    @Test
    void turn_isOnesUntilItEnds() throws InterruptedException {
        assertThat(engines.store.takeTurn("work", "a", Duration.ofSeconds(2))).isTrue();
        assertThat(engines.store.takeTurn("work", "b", Duration.ofSeconds(2))).isFalse();
        assertThat(engines.store.takeTurn("work", "a", Duration.ofSeconds(1))).isTrue();
        Thread.sleep(2500);
        assertThat(engines.store.takeTurn("work", "b", Duration.ofSeconds(2))).isTrue();
    }
}
