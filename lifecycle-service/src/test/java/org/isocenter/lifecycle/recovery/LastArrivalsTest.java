/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
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

/** What arrived last is announced again from its rows, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class LastArrivalsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Store store;

    @Inject
    MetadataStore metadata;

    private final RecordedEvents events = new RecordedEvents();

    @BeforeEach
    void ready() {
        EnginesProfile.awaitReady(port);
    }

    private static InstanceUids uids(Attributes instance) {
        return new InstanceUids(
                instance.getString(Tag.StudyInstanceUID),
                instance.getString(Tag.SeriesInstanceUID),
                instance.getString(Tag.SOPInstanceUID));
    }

    @Test
    void announceAgain_saysOfTheLastWhatItsRowSays() {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
                .withSeries(2)
                .withSlices(3)
                .withSize(16, 16);
        List<Attributes> instances = study.instances().toList();
        instances.forEach(store::put);
        int count = new LastArrivals(metadata, events).announceAgain(Instant.now(), MINUTE);
        assertThat(events.announced())
                .hasSize(count)
                .extracting(InstanceStored::uids)
                .containsAll(instances.stream().map(LastArrivalsTest::uids).toList());
        StoredInstance row = metadata.instance(uids(instances.get(0))).orElseThrow();
        assertThat(events.announced())
                .contains(new InstanceStored(
                        row.uids(),
                        row.sopClassUid(),
                        row.transferSyntaxUid(),
                        row.location(),
                        row.digest(),
                        row.objectSize(),
                        row.storedAt(),
                        row.sourceAet(),
                        row.site()));
    }

    @Test
    void announceAgain_afterAnHour_findsThem_butNotWhatWasThereLongBefore() throws InterruptedException {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
                .withSlices(2)
                .withSize(16, 16);
        store.put(study.instance(0, 0));
        Thread.sleep(20);
        store.put(study.instance(0, 1));
        new LastArrivals(metadata, events)
                .announceAgain(Instant.now().plus(Duration.ofHours(1)), Duration.ofMillis(10));
        assertThat(events.announced())
                .extracting(InstanceStored::uids)
                .contains(uids(study.instance(0, 1)))
                .doesNotContain(uids(study.instance(0, 0)));
    }

    @Test
    void announceAgain_leavesOutAStoreThatDidNotCommit() {
        SeriesKey series = new SeriesKey("2.25." + System.nanoTime(), "2.25." + System.nanoTime() + ".1");
        metadata.touchSeries(series, Instant.now()).toCompletableFuture().join();
        new LastArrivals(metadata, events).announceAgain(Instant.now(), MINUTE);
        assertThat(events.announced()).noneMatch(each -> each.uids().series().equals(series));
    }
}
