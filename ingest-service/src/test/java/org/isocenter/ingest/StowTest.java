/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.ingest.StowClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** STOW-RS as clients see it. */
@QuarkusTest
class StowTest {

    private static final String FAILED = "00081198";
    private static final String REFERENCED = "00081199";
    private static final String OTHER_FAILURES = "0008119A";
    private static final String FAILURE_REASON = "00081197";
    private static final String WARNING_REASON = "00081196";
    private static final String RETRIEVE_URL = "00081190";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MemorySink sink;

    private StowClient client;

    @BeforeEach
    void connect() {
        client = new StowClient(port);
    }

    private Optional<byte[]> kept(TestInstance instance) {
        return sink.dataset(instance.uid(Tag.SOPInstanceUID));
    }

    private static int value(JsonNode item, String tag) {
        return item.path(tag).path("Value").path(0).asInt();
    }

    private static String text(JsonNode item, String tag) {
        return item.path(tag).path("Value").path(0).asText();
    }

    @Test
    void store_oneInstance() {
        TestInstance instance = TestInstance.ct();
        Answer answer = client.store(instance.file());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/dicom+json");
        JsonNode referenced = answer.items(REFERENCED);
        assertThat(referenced).hasSize(1);
        assertThat(text(referenced.get(0), "00081150")).isEqualTo(UID.CTImageStorage);
        assertThat(text(referenced.get(0), "00081155")).isEqualTo(instance.uid(Tag.SOPInstanceUID));
        String study = "http://127.0.0.1:" + port + "/dicom-web/studies/" + instance.uid(Tag.StudyInstanceUID);
        assertThat(text(answer.json(), RETRIEVE_URL)).isEqualTo(study);
        assertThat(text(referenced.get(0), RETRIEVE_URL))
                .isEqualTo(study + "/series/" + instance.uid(Tag.SeriesInstanceUID) + "/instances/"
                        + instance.uid(Tag.SOPInstanceUID));
    }

    @Test
    void store_keepsTheDataSetAsItCame() {
        TestInstance instance = TestInstance.ct();
        client.store(instance.file());
        assertThat(kept(instance)).contains(instance.dataset());
        assertThat(sink.request(instance.uid(Tag.SOPInstanceUID))
                        .transferSyntax()
                        .uid())
                .isEqualTo(UID.ExplicitVRLittleEndian);
    }

    @Test
    void store_manyInstances() {
        String studyInstanceUid = TestInstance.newUid();
        String seriesInstanceUid = TestInstance.newUid();
        List<TestInstance> instances = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            instances.add(TestInstance.ct(studyInstanceUid, seriesInstanceUid).withPixels(200_000));
        }
        Answer answer = client.store(instances.stream().map(TestInstance::file).toArray(byte[][]::new));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items(REFERENCED)).hasSize(40);
        assertThat(instances)
                .allSatisfy(instance -> assertThat(kept(instance).orElseThrow()).isEqualTo(instance.dataset()));
    }

    @Test
    void store_concurrentClients() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        List<TestInstance> instances = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            TestInstance instance = TestInstance.ct();
            instances.add(instance);
            answers.add(CompletableFuture.supplyAsync(() -> client.store(instance.file())));
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(instances).allSatisfy(instance -> assertThat(kept(instance)).isPresent());
    }

    @Test
    void store_sameAgain() {
        TestInstance instance = TestInstance.ct();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        Answer again = client.store(instance.file());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.items(REFERENCED).get(0).has(WARNING_REASON)).isFalse();
    }

    @Test
    void store_archiveUnavailable() {
        sink.setDown(true);
        try {
            Answer answer =
                    client.store(TestInstance.ct().file(), TestInstance.ct().file());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.json().path("status").asInt()).isEqualTo(503);
        } finally {
            sink.setDown(false);
        }
    }

    @Test
    void store_otherContentUnderTheSameUid() {
        TestInstance instance = TestInstance.ct();
        byte[] first = instance.dataset();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        Answer answer = client.store(instance.with(Tag.PatientID, "LO", "T-2").file());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(value(answer.items(REFERENCED).get(0), WARNING_REASON)).isEqualTo(0xb000);
        assertThat(answer.response().headers().firstValue("Warning").orElse("")).startsWith("299 ");
        assertThat(kept(instance).orElseThrow()).isEqualTo(first);
    }

    @Test
    void store_missingIdentifier() {
        TestInstance instance = TestInstance.ct().without(Tag.SeriesInstanceUID);
        Answer answer = client.store(instance.file());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(value(answer.items(FAILED).get(0), FAILURE_REASON)).isEqualTo(0xa900);
        assertThat(kept(instance)).isEmpty();
    }

    @Test
    void store_malformedIdentifier() {
        TestInstance instance = TestInstance.ct().with(Tag.StudyInstanceUID, "UI", "1.2.x/..");
        Answer answer = client.store(instance.file());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(value(answer.items(FAILED).get(0), FAILURE_REASON)).isEqualTo(0xa900);
        assertThat(kept(instance)).isEmpty();
    }

    @Test
    void store_partThatIsNotDicom() {
        TestInstance instance = TestInstance.ct();
        byte[] text = "not a DICOM file, whatever it says".getBytes(StandardCharsets.US_ASCII);
        Answer mixed = client.store(text, instance.file());
        assertThat(mixed.status()).isEqualTo(202);
        assertThat(mixed.items(REFERENCED)).hasSize(1);
        assertThat(mixed.items(OTHER_FAILURES)).hasSize(1);
        assertThat(value(mixed.items(OTHER_FAILURES).get(0), FAILURE_REASON)).isGreaterThanOrEqualTo(0xa900);
        assertThat(kept(instance)).isPresent();
        assertThat(client.store(text).status()).isEqualTo(409);
    }

    @Test
    void store_partOfAnotherMediaType() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        StowClient.part(body, "text/plain", TestInstance.ct().file());
        body.writeBytes("\r\n--b-o-u-n-d--".getBytes(StandardCharsets.US_ASCII));
        Answer answer = client.post("/dicom-web/studies", StowClient.MULTIPART, null, body.toByteArray());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.items(OTHER_FAILURES)).hasSize(1);
    }

    @Test
    void store_instanceThatBreaksOff() {
        TestInstance instance = TestInstance.ct();
        byte[] file = instance.file();
        Answer answer = client.store(Arrays.copyOf(file, file.length - 100));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(value(answer.items(FAILED).get(0), FAILURE_REASON)).isEqualTo(0xc000);
        assertThat(kept(instance)).isEmpty();
    }

    @Test
    void storeOfStudy_otherStudyFails() {
        TestInstance right = TestInstance.ct();
        TestInstance wrong = TestInstance.ct();
        Answer answer = client.post(
                "/dicom-web/studies/" + right.uid(Tag.StudyInstanceUID),
                StowClient.MULTIPART,
                "application/dicom+json",
                StowClient.multipart(List.of(right.file(), wrong.file())));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.items(REFERENCED)).hasSize(1);
        assertThat(text(answer.items(FAILED).get(0), "00081155")).isEqualTo(wrong.uid(Tag.SOPInstanceUID));
        assertThat(kept(right)).isPresent();
        assertThat(kept(wrong)).isEmpty();
    }

    @Test
    void storeOfStudy_noUid() {
        assertThat(client.post("/dicom-web/studies/1..2", StowClient.MULTIPART, null, new byte[0])
                        .status())
                .isEqualTo(400);
    }

    @Test
    void store_singleFileWithoutParts() {
        TestInstance instance = TestInstance.ct();
        Answer answer = client.post("/dicom-web/studies", "application/dicom", "*/*", instance.file());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(kept(instance)).isPresent();
    }

    @Test
    void store_unquotedParameters() {
        TestInstance instance = TestInstance.ct();
        Answer answer = client.post(
                "/dicom-web/studies",
                "multipart/related;type=application/dicom;boundary=b-o-u-n-d",
                null,
                StowClient.multipart(List.of(instance.file())));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(kept(instance)).isPresent();
    }

    @Test
    void store_chunkedBody() {
        TestInstance instance = TestInstance.ct().withPixels(5_000_000);
        byte[] body = StowClient.multipart(List.of(instance.file()));
        assertThat(client.postChunked("/dicom-web/studies", new ByteArrayInputStream(body))
                        .status())
                .isEqualTo(200);
        assertThat(kept(instance).orElseThrow()).isEqualTo(instance.dataset());
    }

    @Test
    void store_bodyWithoutItsEnd() {
        TestInstance whole = TestInstance.ct();
        TestInstance broken = TestInstance.ct();
        byte[] body = StowClient.multipart(List.of(whole.file(), broken.file()));
        Answer answer =
                client.post("/dicom-web/studies", StowClient.MULTIPART, null, Arrays.copyOf(body, body.length - 5000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(kept(whole)).isPresent();
        assertThat(kept(broken)).isEmpty();
    }

    @Test
    void store_clientThatHangsUp() throws IOException {
        TestInstance whole = TestInstance.ct();
        TestInstance broken = TestInstance.ct();
        byte[] body = StowClient.multipart(List.of(whole.file(), broken.file()));
        client.postAndHangUp(Arrays.copyOf(body, body.length - 5000), body.length);
        assertThat(client.store(TestInstance.ct().file()).status()).isEqualTo(200);
        assertThat(kept(broken)).isEmpty();
    }

    @Test
    void store_noParts() {
        assertThat(client.store().status()).isEqualTo(400);
    }

    @Test
    void store_mediaTypesThatAreNotTaken() {
        byte[] file = TestInstance.ct().file();
        assertThat(client.post("/dicom-web/studies", "image/jpeg", null, file).status())
                .isEqualTo(415);
        Answer answer = client.post("/dicom-web/studies", "application/dicom", "image/png", file);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(406);
    }

    @Test
    void store_answerAsXml() {
        Answer answer = client.post(
                "/dicom-web/studies",
                "application/dicom",
                "application/dicom+xml",
                TestInstance.ct().file());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/dicom+xml");
        assertThat(answer.response().body()).contains("<NativeDicomModel", "keyword=\"ReferencedSOPSequence\"");
    }
}
