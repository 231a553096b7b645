/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Speaks UPS-RS as somebody outside would, in JSON written by hand. */
final class WorklistClient {

    static final String JSON = "application/dicom+json";

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    WorklistClient(int port) {
        this.port = port;
    }

    static String uid() {
        return "2.25." + NEXT.incrementAndGet();
    }

    String root() {
        return "http://127.0.0.1:" + port + "/dicom-web";
    }

    HttpResponse<String> send(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(root() + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> json(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, JSON, body);
    }

    JsonNode found(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, JSON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    static String workitem(String label, String start) {
        return """
                {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},
                "00100010":{"vr":"PN","Value":[{"Alphabetic":"Lind^Zoë"}]},
                "00100020":{"vr":"LO","Value":["P1"]},
                "00404005":{"vr":"DT","Value":["%s"]},
                "00404041":{"vr":"CS","Value":["READY"]},
                "00741000":{"vr":"CS","Value":["SCHEDULED"]},
                "00741200":{"vr":"CS","Value":["HIGH"]},
                "00741202":{"vr":"LO","Value":["%s"]},
                "00741204":{"vr":"LO","Value":["Segment the liver"]}}
                """.formatted(start, label);
    }

    String create(String label) throws IOException, InterruptedException {
        String uid = uid();
        HttpResponse<String> answer = json("POST", "/workitems?" + uid, workitem(label, "20260301102030"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return uid;
    }

    HttpResponse<String> state(String uid, String state, String transactionUid)
            throws IOException, InterruptedException {
        String lock =
                transactionUid.isEmpty() ? "" : ",\"00081195\":{\"vr\":\"UI\",\"Value\":[\"" + transactionUid + "\"]}";
        return json(
                "PUT",
                "/workitems/" + uid + "/state",
                "{\"00741000\":{\"vr\":\"CS\",\"Value\":[\"" + state + "\"]}" + lock + "}");
    }

    static String performed() {
        String code = "{\"vr\":\"SQ\",\"Value\":[{\"00080100\":{\"vr\":\"SH\",\"Value\":[\"110005\"]},"
                + "\"00080102\":{\"vr\":\"SH\",\"Value\":[\"DCM\"]},"
                + "\"00080104\":{\"vr\":\"LO\",\"Value\":[\"Interpretation\"]}}]}";
        return "{\"00741216\":{\"vr\":\"SQ\",\"Value\":[{\"00404028\":" + code + ",\"00404019\":" + code
                + ",\"00404050\":{\"vr\":\"DT\",\"Value\":[\"20260301103000\"]}"
                + ",\"00404051\":{\"vr\":\"DT\",\"Value\":[\"20260301104000\"]},\"00404033\":{\"vr\":\"SQ\"}}]}}";
    }

    /** The reports that an AE gets. */
    final class Channel implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<JsonNode> reports = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Channel(String aet) {
            socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create(root().replace("http:", "ws:") + "/subscribers/" + aet.replace(" ", "%20")),
                            this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    reports.add(MAPPER.readTree(text.toString()));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        WebSocket socket() {
            return socket;
        }

        JsonNode next() throws InterruptedException {
            JsonNode report = reports.poll(20, TimeUnit.SECONDS);
            assertThat(report).as("a report in time").isNotNull();
            return report;
        }

        /** Event type and state of the next report of a work item. */
        String next(String uid) throws InterruptedException {
            while (true) {
                JsonNode report = next();
                if (report.at("/00001000/Value/0").asText().equals(uid)) {
                    return report.at("/00001002/Value/0").asInt() + " "
                            + report.at("/00741000/Value/0").asText();
                }
            }
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
