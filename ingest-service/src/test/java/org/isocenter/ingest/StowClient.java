/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends instances as HTTP clients do. */
final class StowClient {

    static final String MULTIPART = "multipart/related; type=\"application/dicom\"; boundary=\"b-o-u-n-d\"";
    private static final String BOUNDARY = "b-o-u-n-d";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    StowClient(int port) {
        this.port = port;
    }

    /** Status, headers and the body as JSON. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + response.body(), e);
            }
        }

        /** The items of a sequence. */
        JsonNode items(String tag) {
            return json().path(tag).path("Value");
        }
    }

    static byte[] multipart(List<byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            part(body, "application/dicom", file);
        }
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    static void part(ByteArrayOutputStream body, String contentType, byte[] content) {
        body.writeBytes(("\r\n--" + BOUNDARY + "\r\nContent-Type: " + contentType + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
    }

    Answer store(byte[]... files) {
        return post("/dicom-web/studies", MULTIPART, "application/dicom+json", multipart(List.of(files)));
    }

    Answer post(String path, String contentType, String accept, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (accept != null) {
            request.header("Accept", accept);
        }
        return send(request.build());
    }

    Answer get(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .build());
    }

    /** Sends with chunked transfer coding. */
    Answer postChunked(String path, InputStream body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", MULTIPART)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Announces more bytes than it sends, then hangs up. */
    void postAndHangUp(byte[] body, long announced) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /dicom-web/studies HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + MULTIPART
                            + "\r\nContent-Length: " + announced + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        }
    }
}
