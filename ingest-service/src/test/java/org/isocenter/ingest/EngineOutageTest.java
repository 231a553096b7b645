/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseResponse;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;
import org.isocenter.ingest.StowClient.Answer;
import org.isocenter.service.dicom.DicomServerBean;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is acknowledged without the engines, and everything goes on by itself when they come back. */
@QuarkusTest
@TestProfile(OutageProfile.class)
class EngineOutageTest {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "isocenter.cassandra.contact-points")
    String cassandra;

    @ConfigProperty(name = "isocenter.kafka.bootstrap-servers")
    String kafka;

    @ConfigProperty(name = "isocenter.objects.s3.endpoint")
    String s3;

    @Inject
    DicomServerBean dicom;

    @Inject
    MetadataStore metadata;

    @Test
    void store_enginesThatComeAndGo() throws IOException {
        EngineAddresses engines = SharedEngines.get();
        StowClient client = new StowClient(port);
        try (TcpProxy toCassandra = new TcpProxy(cassandra, engines.cassandra());
                TcpProxy toKafka = new TcpProxy(kafka, engines.kafka());
                TcpProxy toS3 = new TcpProxy(s3, engines.s3())) {
            TestInstance unheard = assertRefused(client);
            toKafka.open();
            toS3.open();
            assertRefused(client);
            toCassandra.open();
            assertRecovers(client);
            assertThat(metadata.instanceBySop(unheard.uid(Tag.SOPInstanceUID))).isEmpty();
            for (TcpProxy each : List.of(toCassandra, toS3)) {
                each.cut();
                TestInstance lost = assertRefused(client);
                each.open();
                assertRecovers(client);
                assertThat(metadata.instanceBySop(lost.uid(Tag.SOPInstanceUID))).isEmpty();
                assertThat(client.store(lost.file()).status()).isEqualTo(200);
                assertThat(metadata.instanceBySop(lost.uid(Tag.SOPInstanceUID))).isPresent();
            }
        }
    }

    private TestInstance assertRefused(StowClient client) throws IOException {
        TestInstance instance = TestInstance.ct();
        long begin = System.nanoTime();
        Answer answer = client.store(instance.file());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWER);
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertRefusedOverDicom();
        return instance;
    }

    private void assertRefusedOverDicom() throws IOException {
        TestInstance instance = TestInstance.ct();
        try (Association association = StoreScu.connect(dicom.port())) {
            long begin = System.nanoTime();
            DimseResponse response = StoreScu.store(association, instance);
            assertThat(response.status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWER);
            assertThat(response.errorComment()).isNotBlank().hasSizeLessThanOrEqualTo(64);
        }
    }

    private static void assertRecovers(StowClient client) {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        int status;
        do {
            status = client.store(TestInstance.ct().file()).status();
        } while (status == 503 && System.nanoTime() < deadline);
        assertThat(status).isEqualTo(200);
    }
}
