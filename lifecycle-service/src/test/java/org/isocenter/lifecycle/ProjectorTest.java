/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.isocenter.testkit.service.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
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

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "isocenter.kafka.bootstrap-servers")
    String kafka;

    @ConfigProperty(name = "isocenter.kafka.topic-prefix")
    String topicPrefix;

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

    @Test
    void study_thatCannotBeProjected_isDeadUntilSomethingNewArrives() throws Exception {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime())
                .withSlices(2)
                .withSize(16, 16);
        store.put(study.instance(0, 0));
        await(() -> counted(study) == 1);
        StoredInstance kept = metadata.instanceBySop(study.sopInstanceUid(0, 0)).orElseThrow();
        metadata.commitInstance(withAttributes(kept, new byte[] {1, 2, 3}))
                .toCompletableFuture()
                .join();
        double before = dead();
        // the representative of the series stays the damaged one: it is the oldest
        store.put(study.instance(0, 1));
        try (DeadTopic topic = new DeadTopic(kafka, topicPrefix)) {
            ConsumerRecord<String, byte[]> record = topic.awaitRecordOf(study.studyInstanceUid());
            assertThat(header(record, "ce_type")).isEqualTo("org.isocenter.work.dead.v1");
            assertThat(header(record, "ce_subject")).isEqualTo(study.studyInstanceUid());
            JsonNode data = new ObjectMapper().readTree(record.value());
            assertThat(data.path("studyInstanceUid").asText()).isEqualTo(study.studyInstanceUid());
            assertThat(data.path("work").asText()).isEqualTo("projection");
            assertThat(data.path("code").asText()).isEqualTo("INTERNAL");
        }
        await(() -> dead() == before + 1);
        assertThat(counted(study)).isEqualTo(1);
        metadata.commitInstance(kept).toCompletableFuture().join();
        SyntheticStudy more = study.withSlices(3);
        store.put(more.instance(0, 2));
        await(() -> counted(study) == 3);
    }

    private double dead() {
        return Search.in(registry).name("isocenter.work.dead").tag("work", "projection").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static StoredInstance withAttributes(StoredInstance of, byte[] attributes) {
        return new StoredInstance(
                of.uids(),
                of.sopClassUid(),
                of.transferSyntaxUid(),
                of.location(),
                of.digest(),
                of.datasetOffset(),
                of.objectSize(),
                of.numberOfFrames(),
                of.storedAt(),
                of.sourceAet(),
                of.site(),
                of.state(),
                attributes,
                of.bulk(),
                of.frames());
    }
}
