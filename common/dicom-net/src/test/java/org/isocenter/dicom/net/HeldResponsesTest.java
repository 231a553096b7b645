/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pending responses that wait for one another. */
class HeldResponsesTest {

    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
    private static final int FEW = 5;
    private static final int MANY = 1000;

    /** Sends a few, then many when it is told to, then the end. */
    private static final class Held implements DimseService {

        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public Collection<String> sopClasses() {
            return Set.of(FIND);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) throws IOException {
            request.readDataset();
            for (int i = 0; i < FEW; i++) {
                association.respondSoon(request, DimseStatus.PENDING, match(i));
            }
            association.sendHeld();
            association.sendHeld();
            await();
            for (int i = FEW; i < MANY; i++) {
                association.respondSoon(request, DimseStatus.PENDING, match(i));
            }
            association.respond(request, DimseStatus.SUCCESS);
        }

        private void await() throws IOException {
            try {
                if (!go.await(10, TimeUnit.SECONDS)) {
                    throw new IOException("what was sent did not arrive");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static Attributes match(int number) {
            Attributes match = new Attributes();
            match.setString(Tag.StudyInstanceUID, "1.2.3." + number);
            match.setString(Tag.StudyDescription, VR.LO, "X".repeat(number % 64));
            return match;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 16_384, 1 << 20})
    void find_getsAllInTheirOrder(int maxPduLength) throws IOException {
        Held service = new Held();
        AssociationRequest.Builder request = AssociationRequest.builder("SCU", "SCP")
                .maxPduLength(maxPduLength)
                .context(FIND, UID.ExplicitVRLittleEndian);
        try (TestServer server = new TestServer(service);
                Association association = server.connect(request)) {
            DimseResponses responses = association.cfind(FIND, Priority.MEDIUM, Held.match(0));
            for (int i = 0; i < FEW; i++) {
                assertIsMatch(responses.next(), i);
            }
            service.go.countDown();
            List<DimseResponse> rest = responses.readAll();
            assertThat(rest).hasSize(MANY - FEW + 1);
            for (int i = FEW; i < MANY; i++) {
                assertIsMatch(rest.get(i - FEW), i);
            }
            assertThat(rest.get(rest.size() - 1).status()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    private static void assertIsMatch(DimseResponse response, int number) {
        assertThat(response.dataset().orElseThrow()).isEqualTo(Held.match(number));
    }
}
