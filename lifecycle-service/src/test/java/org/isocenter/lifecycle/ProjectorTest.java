/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.isocenter.testkit.service.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stored is summed up in the row and the topic of studies, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class ProjectorTest {

    private static final long PATIENCE_SECONDS = 30;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Store store;

    @Inject
    MetadataStore metadata;

    @Inject
    EventBus events;

    @BeforeEach
    void ready() {
        EnginesProfile.awaitReady(port);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until projected").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private int counted(SyntheticStudy study) {
        return metadata.study(study.studyInstanceUid())
                .map(StudySummary::numberOfInstances)
                .orElse(0);
    }

    @Test
    void store_isSummedUpAndPublished() throws InterruptedException {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
                .withSeries(2)
                .withSlices(5)
                .withSize(16, 16);
        Map<String, StudySummary> published = new ConcurrentHashMap<>();
        try (Subscription subscription = events.replayStudies(
                Map.of(),
                (changes, offsets) ->
                        changes.forEach(each -> published.put(each.studyInstanceUid(), each.summary())))) {
            study.instances().forEach(store::put);
            await(() -> counted(study) == 10);
            await(() -> published.containsKey(study.studyInstanceUid())
                    && published.get(study.studyInstanceUid()).numberOfInstances() == 10);
        }
        StudySummary summary = metadata.study(study.studyInstanceUid()).orElseThrow();
        assertThat(summary.series()).hasSize(2);
        assertThat(summary.modalitiesInStudy()).containsExactly("CT");
        assertThat(summary.attributes().getString(Tag.PatientID))
                .isEqualTo(study.patient().patientId());
    }

    @Test
    void store_moreOfAKnownStudy() throws InterruptedException {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.MR, System.nanoTime())
                .withSlices(2)
                .withSize(16, 16);
        store.put(study.instance(0, 0));
        await(() -> counted(study) == 1);
        store.put(study.instance(0, 1));
        await(() -> counted(study) == 2);
    }
}
