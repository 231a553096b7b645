/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpConnectionTest {

    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @Test
    void get_contentLength_countsTheBodyAndKeepsTheConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(LENGTH, LENGTH)));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertAnswer(connection.get("/a", "application/dicom+json"), 200, 5);
            assertAnswer(connection.get("/b", "application/dicom+json"), 200, 5);
            assertThat(server.nextHead())
                    .startsWith("GET /a HTTP/1.1\r\n")
                    .contains("Accept: application/dicom+json\r\n");
            assertThat(server.nextHead()).startsWith("GET /b HTTP/1.1\r\n");
        }
    }

    @Test
    void get_chunkedWithExtensionAndTrailer_countsTheChunksOnly() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4\r\nWiki\r\nA;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(chunked, LENGTH)));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertAnswer(connection.get("/", "*/*"), 200, 14);
            assertAnswer(connection.get("/", "*/*"), 200, 5);
        }
    }

    @Test
    void get_noContent_readsNoBody() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(List.of("HTTP/1.1 204 No Content\r\n\r\n", LENGTH)));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertAnswer(connection.get("/", "*/*"), 204, 0);
            assertAnswer(connection.get("/", "*/*"), 200, 5);
        }
    }

    @Test
    void get_bodyUntilTheEnd_countsItAndConnectsAgain() throws Exception {
        String open = "HTTP/1.1 200 OK\r\n\r\nuntil the end";
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(open), List.of(LENGTH)));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertAnswer(connection.get("/", "*/*"), 200, 13);
            assertAnswer(connection.get("/", "*/*"), 200, 5);
        }
    }

    @Test
    void post_parts_sendsThemAsOneBody() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(List.of("HTTP/1.1 100 Continue\r\n\r\n" + LENGTH)));
                HttpConnection connection = new HttpConnection(server.address())) {
            byte[] part = "part".getBytes(StandardCharsets.US_ASCII);
            assertAnswer(connection.post("/studies", "text/plain", "*/*", part, part), 200, 5);
            assertThat(server.nextHead()).contains("Content-Length: 8\r\n").endsWith("\r\n\r\npartpart");
        }
    }

    @Test
    void get_bodyCutShort_fails() throws Exception {
        String cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(cut)));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertThatThrownBy(() -> connection.get("/", "*/*")).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void get_answerThatIsNotHttp_fails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(List.of("220 mail.example\r\n\r\n")));
                HttpConnection connection = new HttpConnection(server.address())) {
            assertThatThrownBy(() -> connection.get("/", "*/*")).isInstanceOf(IOException.class);
        }
    }

    private static void assertAnswer(HttpResult result, int status, long bodyLength) {
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.bodyLength()).isEqualTo(bodyLength);
    }
}
