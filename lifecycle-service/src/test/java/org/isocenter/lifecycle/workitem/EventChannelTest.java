/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.lifecycle.LifecycleOnEngines;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Event reports over WebSockets, by way of Kafka, on real engines. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
@Timeout(120)
class EventChannelTest {

    private static final String LOCK = "1.2.3.4";
    private static final String ALL = "1.2.840.10008.5.1.4.34.5";
    private static final String FILTERED = "1.2.840.10008.5.1.4.34.5.1";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    WorkitemBus bus;

    private WorklistClient client;

    @BeforeEach
    void ready() throws InterruptedException {
        EnginesProfile.awaitReady(port);
        client = new WorklistClient(port);
        // the topic is there and can be listened to: then the service's own listener has begun too, or does now
        try (Subscription probe = bus.watch(report -> {})) {
            while (!probe.caughtUp()) {
                Thread.sleep(20);
            }
        }
        Thread.sleep(1000);
    }

    private HttpResponse<String> subscribe(String uid, String aet, String query) throws Exception {
        HttpResponse<String> answer =
                client.send("POST", "/workitems/" + uid + "/subscribers/" + aet + query, null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    @Test
    void subscriber_hearsOfItsWorkitemToTheEnd() throws Exception {
        String uid = client.create("AI");
        String other = client.create("AI");
        try (WorklistClient.Channel channel = client.new Channel("ONE READER")) {
            HttpResponse<String> answer = subscribe(uid, "ONE%20READER", "");
            assertThat(answer.headers().firstValue("Content-Location"))
                    .contains(client.root().replace("http:", "ws:") + "/subscribers/ONE%20READER");
            JsonNode first = channel.next();
            assertThat(first.at("/00000002/Value/0").asText()).isEqualTo("1.2.840.10008.5.1.4.34.6.4");
            assertThat(first.at("/00000110/Value/0").asInt()).isEqualTo(1);
            assertThat(first.at("/00001000/Value/0").asText()).isEqualTo(uid);
            assertThat(first.at("/00001002/Value/0").asInt()).isEqualTo(1);
            assertThat(first.at("/00741000/Value/0").asText()).isEqualTo("SCHEDULED");
            assertThat(first.at("/00404041/Value/0").asText()).isEqualTo("READY");
            assertThat(first.has("00100010")).as("the patient").isFalse();
            client.state(other, "IN PROGRESS", LOCK);
            client.state(uid, "IN PROGRESS", LOCK);
            client.json("POST", "/workitems/" + uid + "/cancelrequest?requester=ASKER", "{}");
            client.json("POST", "/workitems/" + uid + "?" + LOCK, WorklistClient.performed());
            client.state(uid, "COMPLETED", LOCK);
            assertThat(channel.next(uid)).isEqualTo("1 IN PROGRESS");
            JsonNode asked = channel.next();
            assertThat(asked.at("/00001002/Value/0").asInt()).isEqualTo(2);
            assertThat(asked.at("/00741236/Value/0").asText()).isEqualTo("ASKER");
            JsonNode done = channel.next();
            assertThat(done.at("/00001000/Value/0").asText()).isEqualTo(uid);
            assertThat(done.at("/00741000/Value/0").asText()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void globalSubscribers_hearOfAllOrOfWhatMatches() throws Exception {
        String label = "L" + System.nanoTime();
        try (WorklistClient.Channel all = client.new Channel("ALL");
                WorklistClient.Channel some = client.new Channel("SOME")) {
            subscribe(ALL, "ALL", "?deletionlock=true");
            subscribe(FILTERED, "SOME", "?filter=WorklistLabel=" + label + ",ScheduledProcedureStepPriority=HIGH");
            String without = client.create("OTHER");
            String with = client.create(label);
            assertThat(all.next(without)).isEqualTo("1 SCHEDULED");
            assertThat(all.next(with)).isEqualTo("1 SCHEDULED");
            assertThat(some.next().at("/00001000/Value/0").asText()).isEqualTo(with);
            assertThat(client.send("POST", "/workitems/" + FILTERED + "/subscribers/SOME/suspend", null, null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send("DELETE", "/workitems/" + ALL + "/subscribers/ALL", null, null)
                            .statusCode())
                    .isEqualTo(200);
            String later = client.create(label);
            client.state(later, "IN PROGRESS", LOCK);
            client.state(with, "IN PROGRESS", LOCK);
            JsonNode next = some.next();
            assertThat(next.at("/00001000/Value/0").asText()).isEqualTo(with);
            assertThat(next.at("/00741000/Value/0").asText()).isEqualTo("IN PROGRESS");
        }
    }

    @Test
    void page_ofAnotherOrigin_isKeptOut() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "https://elsewhere.example.org")
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + port + "/dicom-web/subscribers/WATCHER"),
                                new WebSocket.Listener() {})
                        .join())
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void subscriber_thatTalks_isNotListenedTo() throws Exception {
        String uid = client.create("AI");
        try (WorklistClient.Channel channel = client.new Channel("TALKER")) {
            channel.socket().sendText("{\"00741000\":".repeat(100), true).join();
            channel.socket().sendBinary(ByteBuffer.allocate(10_000), true).join();
            subscribe(uid, "TALKER", "");
            assertThat(channel.next(uid)).isEqualTo("1 SCHEDULED");
        }
    }
}
