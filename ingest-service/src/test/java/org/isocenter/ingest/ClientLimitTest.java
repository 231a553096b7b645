/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.service.config.HttpConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** One client's requests at a time are bounded, and those of others are not touched by it. */
@QuarkusTest
class ClientLimitTest {

    private static final String UNENDED =
            "POST /dicom-web/studies HTTP/1.1\r\nHost: localhost\r\nForwarded: for=%s\r\nContent-Type: multipart/related;"
                    + " type=\"application/dicom\"; boundary=b\r\nContent-Length: 100\r\n\r\n";
    private static final String SHORT =
            "GET /dicom-web/nothing HTTP/1.1\r\nHost: localhost\r\nForwarded: for=%s\r\n\r\n";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    HttpConfig config;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private Socket send(String request, String client) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.formatted(client).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int status(String client) throws IOException {
        Socket socket = send(SHORT, client);
        return Integer.parseInt(
                new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
    }

    @Test
    void clientWithTooManyRequests_isToldToComeLater_andOthersAreNot() throws IOException, InterruptedException {
        String greedy = "203.0.113.9";
        List<Socket> unended = new ArrayList<>();
        for (int i = 0; i < config.maxRequestsPerClient(); i++) {
            unended.add(send(UNENDED, greedy));
        }
        int refused = status(greedy);
        for (int i = 0; i < 50 && refused != 429; i++) {
            Thread.sleep(100);
            refused = status(greedy);
        }
        assertThat(refused).isEqualTo(429);
        Socket answer = send(SHORT, greedy);
        String text = new String(answer.getInputStream().readNBytes(150), StandardCharsets.US_ASCII);
        assertThat(text).containsIgnoringCase("Retry-After: 1").contains("application/problem+json");
        assertThat(status("203.0.113.10")).isEqualTo(404);

        for (Socket gone : unended) {
            gone.close();
        }
        int later = status(greedy);
        for (int i = 0; i < 50 && later != 404; i++) {
            Thread.sleep(100);
            later = status(greedy);
        }
        assertThat(later).isEqualTo(404);
    }
}
