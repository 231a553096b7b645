/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.isocenter.testkit.service.EnginesProfile;
import org.isocenter.testkit.service.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** Corrections over HTTP, and what becomes of the summaries, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class CorrectionApiTest {

    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Store store;

    @Inject
    MetadataStore metadata;

    @Inject
    CorrectionStore corrections;

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

    private record Answer(int status, String contentType, JsonNode body) {}

    private Answer send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                new ObjectMapper().readTree(answer.body()));
    }

    private SyntheticStudy stored(long seed) throws InterruptedException {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, System.nanoTime() + seed)
                .withSeries(2)
                .withSlices(2)
                .withSize(16, 16);
        study.instances().forEach(store::put);
        await(() -> summary(study).filter(each -> each.numberOfInstances() == 4).isPresent());
        return study;
    }

    private Optional<StudySummary> summary(SyntheticStudy study) {
        return metadata.study(study.studyInstanceUid());
    }

    private boolean shows(SyntheticStudy study, int tag, String value) {
        return summary(study)
                .filter(each -> value.equals(each.attributes().getString(tag)))
                .isPresent();
    }

    private static String path(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/corrections";
    }

    private static String name(String name) {
        return "{\"comment\":\"wrong entry\",\"attributes\":{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\""
                + name + "\"}]}}}";
    }

    @Test
    void add_isShownPublishedAndRevoked() throws Exception {
        SyntheticStudy study = stored(1);
        String original = summary(study).orElseThrow().attributes().getString(Tag.PatientName);
        Map<String, StudySummary> published = new ConcurrentHashMap<>();
        try (Subscription subscription = events.replayStudies(
                Map.of(),
                (changes, offsets) ->
                        changes.forEach(each -> published.put(each.studyInstanceUid(), each.summary())))) {
            Answer dry = send("POST", path(study) + "?dry-run=true", name("Lind^Åsa"));
            assertThat(dry.status()).as(dry.body().toString()).isEqualTo(200);
            assertThat(dry.body().at("/after/00100010/Value/0/Alphabetic").asText())
                    .isEqualTo("Lind^Åsa");
            assertThat(dry.body().at("/before/00100010/Value/0").toString()).doesNotContain("Lind");
            assertThat(send("GET", path(study), null).body().path("corrections"))
                    .isEmpty();

            Answer added = send("POST", path(study), name("Lind^Åsa"), "X-Forwarded-User", "anna");
            assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
            assertThat(added.body().path("number").asInt()).isEqualTo(1);
            assertThat(added.body().path("author").asText()).isEqualTo("anna");
            await(() -> shows(study, Tag.PatientName, "Lind^Åsa"));
            await(() -> published.containsKey(study.studyInstanceUid())
                    && "Lind^Åsa"
                            .equals(published
                                    .get(study.studyInstanceUid())
                                    .attributes()
                                    .getString(Tag.PatientName)));

            Answer revoked = send("DELETE", path(study) + "/1", null);
            assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
            assertThat(revoked.body().path("revokes").asInt()).isEqualTo(1);
            await(() -> shows(study, Tag.PatientName, original));
        }
        JsonNode history = send("GET", path(study), null).body().path("corrections");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/revokedBy").asInt()).isEqualTo(2);
        assertThat(send("DELETE", path(study) + "/1", null).status()).isEqualTo(409);
        assertThat(send("DELETE", path(study) + "/2", null).status()).isEqualTo(409);
        assertThat(send("DELETE", path(study) + "/9", null).status()).isEqualTo(404);
    }

    @Test
    void add_atSeries_changesThatSeries() throws Exception {
        SyntheticStudy study = stored(2);
        Answer added = send(
                "POST",
                path(study),
                "{\"seriesInstanceUid\":\"" + study.seriesInstanceUid(1)
                        + "\",\"reason\":\"COERCE\",\"attributes\":{\"SeriesDescription\":{\"vr\":\"LO\",\"Value\":[\"Schädel\"]}}}");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        assertThat(added.body().path("scope").asText()).isEqualTo("SERIES");
        await(() -> summary(study).orElseThrow().series().stream()
                        .filter(each -> "Schädel".equals(each.attributes().getString(Tag.SeriesDescription)))
                        .count()
                == 1);
    }

    @Test
    void add_identifiers_moveTheStudyInItsLookups() throws Exception {
        SyntheticStudy study = stored(3);
        PatientKey before = summary(study).orElseThrow().patient();
        String id = "MOVED" + System.nanoTime();
        String accession = "A" + id.substring(id.length() - 10);
        Answer added = send(
                "POST",
                path(study),
                "{\"attributes\":{\"PatientID\":{\"vr\":\"LO\",\"Value\":[\"" + id
                        + "\"]},\"AccessionNumber\":{\"vr\":\"SH\",\"Value\":[\"" + accession + "\"]}}}");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        PatientKey after = new PatientKey(before.issuer(), id);
        await(() -> metadata.studiesByPatient(after).contains(study.studyInstanceUid()));
        assertThat(metadata.studiesByPatient(before)).doesNotContain(study.studyInstanceUid());
        assertThat(metadata.studiesByAccession(before.issuer(), study.accessionNumber()))
                .doesNotContain(study.studyInstanceUid());
        await(() -> metadata.studiesByAccession(before.issuer(), accession).contains(study.studyInstanceUid()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"attributes":{"0020000D":{"vr":"UI","Value":["1.2.3"]}}}
                    {"attributes":{"00280010":{"vr":"US","Value":[512]}}}
                    {"attributes":{"00100030":{"vr":"DA","Value":["31.12.1960"]}}}
                    {"attributes":{"00100030":{"vr":"LO","Value":["19601231"]}}}
                    {"attributes":{"00081030":{"vr":"LO","BulkDataURI":"http://127.0.0.1/"}}}
                    {"attributes":[1]}
                    {"remove":["PatientName"]}
                    {"remove":["Nothing"]}
                    {"reason":"WHIM","remove":["PatientComments"]}
                    {"seriesInstanceUid":"no","remove":["SeriesDescription"]}
                    {}
                    [[[
                    """)
    void add_whatMakesNoSense_isRefused(String body) throws Exception {
        SyntheticStudy study = stored(4);
        Answer answer = send("POST", path(study), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asText()).isNotEmpty().doesNotContain("31.12.1960");
        assertThat(send("GET", path(study), null).body().path("corrections")).isEmpty();
    }

    @Test
    void add_toWhatIsNotThere_isNotFound() throws Exception {
        assertThat(send("POST", "/studies/1.2.3.4.999/corrections", name("X")).status())
                .isEqualTo(404);
        assertThat(send("GET", "/studies/1.2.3.4.999/corrections", null).status())
                .isEqualTo(404);
        assertThat(send("GET", "/studies/x/corrections", null).status()).isEqualTo(400);
        SyntheticStudy study = stored(5);
        assertThat(send("POST", path(study), "{\"seriesInstanceUid\":\"1.2.3\",\"remove\":[\"SeriesDescription\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void patient_isCorrectedInAllStudies_alsoInThoseThatComeLater() throws Exception {
        SyntheticStudy first = stored(6);
        PatientKey patient = summary(first).orElseThrow().patient();
        String query = "?issuer=" + patient.issuer() + "&patientId=" + patient.patientId();
        String newId = "P" + System.nanoTime();
        Answer added = send(
                "POST",
                "/patients/corrections" + query,
                "{\"attributes\":{\"PatientID\":{\"vr\":\"LO\",\"Value\":[\"" + newId
                        + "\"]},\"PatientName\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Lind^Åsa\",\"Ideographic\":\"林^明\"}]}}}");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        await(() -> shows(first, Tag.PatientName, "Lind^Åsa=林^明"));
        PatientKey renamed = new PatientKey(patient.issuer(), newId);
        await(() -> metadata.studiesByPatient(renamed).contains(first.studyInstanceUid()));
        assertThat(metadata.studiesByPatient(patient)).doesNotContain(first.studyInstanceUid());
        assertThat(CorrectionStore.await(corrections.ofStudy(first.studyInstanceUid()))
                        .ofPatient())
                .hasSize(1);

        SyntheticStudy later = SyntheticStudy.of(SyntheticKind.MR, System.nanoTime())
                .withSlices(1)
                .withSize(16, 16);
        Attributes instance = later.instance(0, 0);
        instance.setString(Tag.PatientID, patient.patientId());
        instance.setString(Tag.IssuerOfPatientID, patient.issuer());
        store.put(instance);
        await(() -> shows(later, Tag.PatientName, "Lind^Åsa=林^明"));
        await(() -> metadata.studiesByPatient(renamed)
                .containsAll(List.of(first.studyInstanceUid(), later.studyInstanceUid())));

        // the patient of the new ID is corrected too, and so are its studies
        Answer again = send(
                "POST",
                "/patients/corrections?issuer=" + patient.issuer() + "&patientId=" + newId,
                "{\"attributes\":{\"PatientSex\":{\"vr\":\"CS\",\"Value\":[\"O\"]}}}");
        assertThat(again.status()).as(again.body().toString()).isEqualTo(201);
        await(() -> shows(first, Tag.PatientSex, "O") && shows(later, Tag.PatientSex, "O"));

        Answer revoked = send("DELETE", "/patients/corrections/1" + query, null);
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
        await(() ->
                shows(first, Tag.PatientID, patient.patientId()) && shows(later, Tag.PatientID, patient.patientId()));
        await(() -> metadata.studiesByPatient(patient)
                .containsAll(List.of(first.studyInstanceUid(), later.studyInstanceUid())));
        assertThat(send("GET", "/patients/corrections" + query, null).body().path("corrections"))
                .hasSize(2);
    }

    @Test
    void patient_dryRunAndRefusals() throws Exception {
        SyntheticStudy study = stored(7);
        PatientKey patient = summary(study).orElseThrow().patient();
        String query = "?issuer=" + patient.issuer() + "&patientId="
                + URLEncoder.encode(patient.patientId(), StandardCharsets.UTF_8);
        Answer dry = send("POST", "/patients/corrections" + query + "&dry-run=true", name("Lind^Åsa"));
        assertThat(dry.status()).as(dry.body().toString()).isEqualTo(200);
        assertThat(dry.body().path("studies").toString()).contains(study.studyInstanceUid());
        assertThat(send("POST", "/patients/corrections" + query, "{\"remove\":[\"StudyDescription\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(send("POST", "/patients/corrections", name("X")).status()).isEqualTo(400);
        assertThat(send("POST", "/patients/corrections?patientId=nobody", name("X"))
                        .status())
                .isEqualTo(404);
    }
}
