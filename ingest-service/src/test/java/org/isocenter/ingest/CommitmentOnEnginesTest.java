/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.ingest.StowClient.Answer;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a commitment promises is in the engines (PS3.18 13). */
@QuarkusTest
@TestProfile(IngestOnEngines.class)
class CommitmentOnEnginesTest {

    private static final String REQUESTS = "/dicom-web/commitment-requests/";
    private static final String JSON = "application/dicom+json";
    private static final String REFERENCED = "00081199";
    private static final String FAILED = "00081198";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MetadataStore metadata;

    @Inject
    ObjectStore objects;

    private StowClient client;

    @BeforeEach
    void connect() {
        client = new StowClient(port);
        EnginesProfile.awaitReady(port);
    }

    private TestInstance stored() {
        TestInstance instance = TestInstance.ct();
        assertThat(client.store(instance.file()).status()).isEqualTo(200);
        return instance;
    }

    private static String reference(String sopClassUid, String sopInstanceUid) {
        return "{\"00081150\":{\"vr\":\"UI\",\"Value\":[\"" + sopClassUid
                + "\"]},\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + sopInstanceUid + "\"]}}";
    }

    private static String request(List<String> references) {
        return "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + String.join(",", references) + "]}}";
    }

    private Answer commit(String transactionUid, String json) {
        return client.post(REQUESTS + transactionUid, JSON, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static int reason(JsonNode item) {
        return item.at("/00081197/Value/0").asInt();
    }

    @Test
    void request_storedMissingDamagedAndOfAnotherClass() {
        String kept = stored().uid(Tag.SOPInstanceUID);
        String missing = TestInstance.newUid();
        String otherClass = stored().uid(Tag.SOPInstanceUID);
        String damaged = stored().uid(Tag.SOPInstanceUID);
        objects.delete(metadata.instanceBySop(damaged).orElseThrow().location());
        String transactionUid = TestInstance.newUid();

        Answer answer = commit(
                transactionUid,
                request(List.of(
                        reference(UID.CTImageStorage, kept),
                        reference(UID.CTImageStorage, missing),
                        reference(UID.MRImageStorage, otherClass),
                        reference(UID.CTImageStorage, damaged))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains(JSON);
        assertThat(answer.items(REFERENCED)).hasSize(1);
        assertThat(answer.items(REFERENCED).get(0).at("/00081155/Value/0").asText())
                .isEqualTo(kept);
        JsonNode failed = answer.items(FAILED);
        assertThat(failed).hasSize(3);
        assertThat(reason(failed.get(0))).isEqualTo(0x0112);
        assertThat(reason(failed.get(1))).isEqualTo(0x0119);
        assertThat(reason(failed.get(2))).isEqualTo(0x0110);

        Answer again = client.get(REQUESTS + transactionUid, JSON);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(answer.json());
    }

    @Test
    void request_manyOfOneSeries() {
        String study = TestInstance.newUid();
        String series = TestInstance.newUid();
        List<String> references = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            TestInstance instance = TestInstance.ct(study, series);
            files.add(instance.file());
            references.add(reference(UID.CTImageStorage, instance.uid(Tag.SOPInstanceUID)));
        }
        assertThat(client.store(files.toArray(byte[][]::new)).status()).isEqualTo(200);
        Answer answer = commit(TestInstance.newUid(), request(references));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items(REFERENCED)).hasSize(30);
        assertThat(answer.json().has(FAILED)).isFalse();
    }

    @Test
    void request_asXmlAnsweredAsXml() {
        String kept = stored().uid(Tag.SOPInstanceUID);
        String xml = "<NativeDicomModel><DicomAttribute tag=\"00081199\" vr=\"SQ\"><Item number=\"1\">"
                + "<DicomAttribute tag=\"00081150\" vr=\"UI\"><Value number=\"1\">" + UID.CTImageStorage
                + "</Value></DicomAttribute><DicomAttribute tag=\"00081155\" vr=\"UI\"><Value number=\"1\">" + kept
                + "</Value></DicomAttribute></Item></DicomAttribute></NativeDicomModel>";
        String xmlType = "application/dicom+xml";
        Answer answer =
                client.post(REQUESTS + TestInstance.newUid(), xmlType, xmlType, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .contains("keyword=\"ReferencedSOPSequence\"", kept)
                .doesNotContain("FailedSOPSequence");
    }

    @Test
    void request_otherUnderTheSameUid() {
        String transactionUid = TestInstance.newUid();
        String one = request(List.of(reference(UID.CTImageStorage, "1.2")));
        assertThat(commit(transactionUid, one).status()).isEqualTo(200);
        assertThat(commit(transactionUid, one).status()).isEqualTo(200);
        Answer other = commit(transactionUid, request(List.of(reference(UID.CTImageStorage, "1.3"))));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void result_unknown() {
        assertThat(client.get(REQUESTS + TestInstance.newUid(), JSON).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "[{},{}]",
                "x",
                "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[]}}",
                "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{}]}}",
                "{\"00081199\":{\"vr\":\"LO\",\"Value\":[\"x\"]}}",
                "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081150\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},"
                        + "\"00081155\":{\"vr\":\"UI\",\"Value\":[\"x\"]}}]}}"
            })
    void request_malformed(String json) {
        String transactionUid = TestInstance.newUid();
        assertThat(commit(transactionUid, json).status()).isEqualTo(400);
        assertThat(client.get(REQUESTS + transactionUid, JSON).status()).isEqualTo(404);
    }

    @Test
    void request_tooManyReferences() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            references.add(reference("1.2", "1.2." + i));
        }
        assertThat(commit(TestInstance.newUid(), request(references)).status()).isEqualTo(413);
    }

    @Test
    void request_otherMediaTypesAndPaths() {
        byte[] body = request(List.of(reference("1.2", "1.3"))).getBytes(StandardCharsets.UTF_8);
        assertThat(client.post(REQUESTS + "1.2.3", "text/plain", JSON, body).status())
                .isEqualTo(415);
        assertThat(client.post(REQUESTS + "1.2.3", JSON, "image/png", body).status())
                .isEqualTo(406);
        assertThat(client.post(REQUESTS + "1..3", JSON, JSON, body).status()).isEqualTo(400);
        assertThat(client.get(REQUESTS + "x", JSON).status()).isEqualTo(400);
    }
}
