/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseResponse;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.service.dicom.DicomServerBean;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** C-STORE as modalities see it. */
@QuarkusTest
class DicomPortTest {

    @Inject
    DicomServerBean server;

    @Inject
    MemorySink sink;

    @Inject
    MeterRegistry meters;

    @Test
    void store_keepsTheDataSetAndWhoSentIt() throws IOException {
        TestInstance instance = TestInstance.ct().withPixels(3_000_000);
        try (Association association = StoreScu.connect(server.port())) {
            assertThat(StoreScu.store(association, instance).status()).isEqualTo(DimseStatus.SUCCESS);
        }
        String sopInstanceUid = instance.uid(Tag.SOPInstanceUID);
        assertThat(sink.dataset(sopInstanceUid)).contains(instance.dataset());
        assertThat(sink.request(sopInstanceUid).sourceAet()).isEqualTo("MODALITY");
        assertThat(sink.request(sopInstanceUid).sopInstanceUid()).contains(sopInstanceUid);
        assertThat(sink.request(sopInstanceUid).sopClassUid()).contains(UID.CTImageStorage);
    }

    /** No answer can come before all of them were read, so they must be read while the first is being stored. */
    @Test
    void store_severalOutstanding() throws IOException {
        sink.holdUntil(4);
        try (Association association = StoreScu.connect(server.port())) {
            List<CompletableFuture<DimseResponse>> responses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                responses.add(StoreScu.storeLater(association, TestInstance.ct().withPixels(100_000)));
            }
            assertThat(responses)
                    .allSatisfy(response -> assertThat(response.join().status()).isEqualTo(DimseStatus.SUCCESS));
        } finally {
            sink.holdUntil(0);
        }
    }

    @Test
    void store_failureLeavesTheAssociationUsable() throws IOException {
        try (Association association = StoreScu.connect(server.port())) {
            DimseResponse failed = StoreScu.store(association, TestInstance.ct().without(Tag.StudyInstanceUID));
            assertThat(failed.status().code()).isEqualTo(0xa900);
            assertThat(failed.errorComment()).isNotBlank().hasSizeLessThanOrEqualTo(64);
            assertThat(StoreScu.store(association, TestInstance.ct()).status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    @Test
    void store_otherContentUnderTheSameUid() throws IOException {
        TestInstance instance = TestInstance.ct();
        try (Association association = StoreScu.connect(server.port())) {
            assertThat(StoreScu.store(association, instance).status()).isEqualTo(DimseStatus.SUCCESS);
            DimseResponse response = StoreScu.store(association, instance.with(Tag.PatientID, "LO", "T-2"));
            assertThat(response.status()).isEqualTo(DimseStatus.COERCION_OF_DATA_ELEMENTS);
            assertThat(response.errorComment()).contains("quarantine");
        }
    }

    @Test
    void store_unlistedSopClass() throws IOException {
        TestInstance instance = TestInstance.ct().with(Tag.SOPClassUID, "UI", StoreScu.PRIVATE_STORAGE);
        try (Association association = StoreScu.connect(server.port())) {
            assertThat(StoreScu.store(association, instance).status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(association.contextsFor(StoreScu.OTHER_SERVICE)).isEmpty();
        }
        assertThat(sink.dataset(instance.uid(Tag.SOPInstanceUID))).isPresent();
    }

    @Test
    void echo_isCounted() throws IOException {
        long before = echoes();
        try (Association association = StoreScu.connect(server.port())) {
            association.cecho();
            association.cecho();
        }
        assertThat(echoes()).isEqualTo(before + 2);
    }

    private long echoes() {
        return meters.find("isocenter.dimse.requests").tag("operation", "C-ECHO").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
