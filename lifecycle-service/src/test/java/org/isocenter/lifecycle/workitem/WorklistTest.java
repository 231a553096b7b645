/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.lifecycle.LifecycleOnEngines;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The transactions of PS3.18 11 over HTTP, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class WorklistTest {

    private static final String LOCK = "1.2.3.4";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private WorklistClient client;

    @BeforeEach
    void ready() {
        EnginesProfile.awaitReady(port);
        client = new WorklistClient(port);
    }

    private static String warning(HttpResponse<String> answer) {
        return answer.headers().firstValue("Warning").orElse("");
    }

    private String warned(String text) {
        return "299 " + client.root() + ": " + text;
    }

    @Test
    void create_saysWhereItIs() throws Exception {
        String uid = WorklistClient.uid();
        HttpResponse<String> answer =
                client.json("POST", "/workitems?" + uid, WorklistClient.workitem("AI", "20260301"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains(client.root() + "/workitems/" + uid);
        assertThat(warning(answer)).isEqualTo(warned("The Workitem was created with modifications."));
        HttpResponse<String> again =
                client.json("POST", "/workitems?" + uid, WorklistClient.workitem("AI", "20260301"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?workitem=%s", "?AffectedSOPInstanceUID=%s", "?%s", "/%s"})
    void create_takesTheUidFrom(String where) throws Exception {
        String uid = WorklistClient.uid();
        HttpResponse<String> answer =
                client.json("POST", "/workitems" + where.formatted(uid), WorklistClient.workitem("AI", "20260301"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(client.get("/workitems/" + uid, WorklistClient.JSON).statusCode())
                .isEqualTo(200);
    }

    @Test
    void retrieve_inJsonAndXml_neverShowsTheLock() throws Exception {
        String uid = client.create("AI");
        assertThat(client.state(uid, "IN PROGRESS", LOCK).statusCode()).isEqualTo(200);
        JsonNode json = client.found("/workitems/" + uid).path(0);
        assertThat(json.at("/00741000/Value/0").asText()).isEqualTo("IN PROGRESS");
        assertThat(json.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Lind^Zoë");
        assertThat(json.has("00081195")).isFalse();
        HttpResponse<String> xml = client.get("/workitems/" + uid, "application/dicom+xml");
        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body())
                .contains("NativeDicomModel")
                .contains("IN PROGRESS")
                .doesNotContain(LOCK);
        assertThat(client.get("/workitems/" + uid, "image/jpeg").statusCode()).isEqualTo(406);
        assertThat(client.get("/workitems/" + WorklistClient.uid(), WorklistClient.JSON)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void create_inXml_isTheSame() throws Exception {
        String uid = client.create("XML");
        String xml = client.get("/workitems/" + uid, "application/dicom+xml").body();
        String other = WorklistClient.uid();
        // what only the service may say is left out of the copy
        String copy = xml.replaceAll("(?s)<DicomAttribute[^>]*tag=\"(00080018|00404010)\".*?</DicomAttribute>", "");
        HttpResponse<String> answer = client.send("POST", "/workitems?" + other, "application/dicom+xml", copy);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(warning(answer)).isEmpty();
        JsonNode json = client.found("/workitems/" + other).path(0);
        assertThat(json.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Lind^Zoë");
    }

    @Test
    void wayOfAWorkitem_toItsCompletion() throws Exception {
        String uid = client.create("AI");
        HttpResponse<String> missing = client.state(uid, "IN PROGRESS", "");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(warning(missing)).isEqualTo(warned("The Transaction UID is missing."));
        HttpResponse<String> unclaimed = client.state(uid, "COMPLETED", LOCK);
        assertThat(unclaimed.statusCode()).isEqualTo(409);
        assertThat(client.state(uid, "IN PROGRESS", LOCK).statusCode()).isEqualTo(200);
        assertThat(client.state(uid, "IN PROGRESS", LOCK).statusCode()).isEqualTo(409);
        HttpResponse<String> incorrect = client.state(uid, "COMPLETED", "9.9");
        assertThat(incorrect.statusCode()).isEqualTo(400);
        assertThat(warning(incorrect)).isEqualTo(warned("The Transaction UID is incorrect."));
        HttpResponse<String> early = client.state(uid, "COMPLETED", LOCK);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("UnifiedProcedureStepPerformedProcedureSequence");
        String performed = WorklistClient.performed();
        assertThat(client.json("POST", "/workitems/" + uid, performed).statusCode())
                .isEqualTo(400);
        assertThat(client.json("POST", "/workitems/" + uid + "?" + LOCK, performed)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.json("POST", "/workitems/" + uid + "?transaction-uid=" + LOCK, performed)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> done = client.state(uid, "COMPLETED", LOCK);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        HttpResponse<String> again = client.state(uid, "COMPLETED", LOCK);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(warning(again)).isEqualTo(warned("The UPS is already in the requested state of COMPLETED."));
        HttpResponse<String> late = client.json("POST", "/workitems/" + uid + "?" + LOCK, performed);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/workitems/" + uid + "/cancelrequest", null, null)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void cancelRequest_ofUnclaimed_cancelsIt() throws Exception {
        String uid = client.create("AI");
        assertThat(client.send("POST", "/workitems/" + uid + "/cancelrequest", null, null)
                        .statusCode())
                .isEqualTo(202);
        JsonNode json = client.found("/workitems/" + uid).path(0);
        assertThat(json.at("/00741000/Value/0").asText()).isEqualTo("CANCELED");
        HttpResponse<String> again = client.json(
                "POST",
                "/workitems/" + uid + "/cancelrequest?requester=ASKER",
                "{\"00741238\":{\"vr\":\"LT\",\"Value\":[\"twice\"]}}");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(warning(again)).isEqualTo(warned("The UPS is already in the requested state of CANCELED."));
    }

    @Test
    void claim_byManyAtTheSameTime_hasOneWinner() throws Exception {
        String uid = client.create("AI");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        CountDownLatch together = new CountDownLatch(1);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                String lock = LOCK + "." + i;
                answers.add(threads.submit(() -> {
                    together.await();
                    return client.state(uid, "IN PROGRESS", lock).statusCode();
                }));
            }
            together.countDown();
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> each : answers) {
                codes.add(each.get());
            }
            assertThat(codes).containsOnlyOnce(200);
            assertThat(codes).filteredOn(code -> code != 200).hasSize(5).containsOnly(400);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void search_matchesPagesAndReturns() throws Exception {
        String label = "L" + System.nanoTime();
        String first = client.create(label);
        String second = client.create(label);
        client.state(second, "IN PROGRESS", LOCK);
        JsonNode both = client.found("/workitems?WorklistLabel=" + label);
        assertThat(both).hasSize(2);
        assertThat(both.path(0).has("00404021")).as("return key of type 2").isTrue();
        assertThat(both.path(0).has("00404010")).as("return key of type 3").isFalse();
        JsonNode claimed = client.found("/workitems?00741202=" + label
                + "&ProcedureStepState=IN%20PROGRESS&includefield=ScheduledProcedureStepModificationDateTime");
        assertThat(claimed).hasSize(1);
        assertThat(claimed.at("/0/00080018/Value/0").asText()).isEqualTo(second);
        assertThat(claimed.path(0).has("00404010")).isTrue();
        assertThat(client.found("/workitems?WorklistLabel=" + label
                        + "&ScheduledProcedureStepStartDateTime=20260301-20260302&PatientName=lind*&limit=1"))
                .hasSize(1);
        HttpResponse<String> page =
                client.get("/workitems?WorklistLabel=" + label + "&limit=1&offset=0", WorklistClient.JSON);
        assertThat(warning(page)).contains("additional results");
        assertThat(client.found("/workitems?WorklistLabel=" + label + "&limit=1&offset=1"))
                .hasSize(1);
        assertThat(client.get("/workitems?WorklistLabel=" + label + "&offset=2", WorklistClient.JSON)
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.found("/workitems?SOPInstanceUID=" + first + "," + second))
                .hasSize(2);
        assertThat(client.found("/workitems?WorklistLabel=" + label + "&fuzzymatching=true&PatientName=Lindt"))
                .hasSize(2);
        assertThat(client.get("/workitems?WorklistLabel=" + label + "&ProcedureStepState=COMPLETED", "*/*")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoSuchAttribute=1",
                "limit=-1",
                "limit=many",
                "fuzzymatching=maybe",
                "PatientName=a&PatientName=b",
                "ScheduledProcedureStepStartDateTime=tomorrow",
                "InputInformationSequence=1",
                "includefield=nothing"
            })
    void search_thatMakesNoSense_isABadRequest(String query) throws Exception {
        assertThat(client.get("/workitems?" + query, WorklistClient.JSON).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | application/dicom+json | {",
                "400 | application/dicom+json | []",
                "400 | application/dicom+json | [{},{}]",
                "400 | application/dicom+json | {}",
                "400 | application/dicom+json | {\"00741000\":{\"vr\":\"SQ\",\"Value\":[{}]}}",
                "400 | application/dicom+json | {\"00404005\":17}",
                "400 | application/dicom+json | {\"PatientName\":{\"vr\":\"PN\"}}",
                "400 | application/dicom+json | {\"00100010\":{\"vr\":\"OB\",\"InlineBinary\":\"!!\"}}",
                "400 | application/dicom+xml | <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "400 | application/dicom+xml | <NativeDicomModel><",
                "415 | application/dicom | DICM",
                "415 | text/plain | hello",
            })
    void create_fromWhatIsNoWorkitem_isRefused(int status, String type, String body) throws Exception {
        HttpResponse<String> answer = client.send("POST", "/workitems?" + WorklistClient.uid(), type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void create_thatIsTooLongOrTooDeep_isRefused() throws Exception {
        String path = "/workitems?" + WorklistClient.uid();
        String value = "{\"00741204\":{\"vr\":\"LO\",\"Value\":[\"" + "x".repeat(1 << 20) + "\"]}}";
        assertThat(client.json("POST", path, value).statusCode()).isEqualTo(413);
        for (int depth : new int[] {70, 130, 5000}) {
            String deep = "{\"00404021\":{\"vr\":\"SQ\",\"Value\":[".repeat(depth) + "{}" + "]}}".repeat(depth);
            assertThat(client.json("POST", path, deep).statusCode())
                    .as("depth " + depth)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /workitems/abc/cancelrequest, 400",
        "POST, /workitems?1.2.840.10008.5.1.4.34.5, 400",
        "DELETE, /workitems/1.2.840.10008.5.1.4.34.5/subscribers/NOBODY, 404",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5/subscribers/NOBODY/suspend, 404",
        "POST, /workitems/1.2.3/subscribers/NOBODY/suspend, 400",
        "POST, /workitems/1.2.3/subscribers/WATCHER, 404",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5/subscribers/SEVENTEEN_LETTERS, 400",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5/subscribers/W?deletionlock=perhaps, 400",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/W, 400",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/W?filter=Nothing=1, 400",
        "POST, /workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/W?filter=PatientName, 400",
        "GET, /subscribers/WATCHER, 426",
        "GET, /subscribers/SEVENTEEN_LETTERS, 400",
    })
    void request_thatCannotBe_isAnswered(String method, String path, int status) throws Exception {
        String body = path.startsWith("/workitems?") ? WorklistClient.workitem("AI", "20260301") : null;
        HttpResponse<String> answer = client.send(method, path, WorklistClient.JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
