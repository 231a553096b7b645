/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.service.http.MediaRange;
import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartReader;

/** Asks for paths below {@code /dicom-web}. */
final class WadoClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    WadoClient(int port) {
        root = "http://127.0.0.1:" + port + "/dicom-web";
    }

    /** A part of an answer. */
    record AnswerPart(String contentType, Optional<String> location, byte[] content) {}

    /** An answer. */
    record Answer(int status, String contentType, byte[] body, HttpResponse<byte[]> response) {

        List<AnswerPart> parts() {
            MediaRange type = MediaRange.parse(contentType);
            try {
                MultipartReader reader = new MultipartReader(
                        new ByteArrayInputStream(body),
                        type.parameter("boundary").orElseThrow());
                List<AnswerPart> parts = new ArrayList<>();
                for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                    parts.add(new AnswerPart(
                            part.get().contentType().orElse(""),
                            part.get().header("content-location"),
                            part.get().content().readAllBytes()));
                }
                return parts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Gets a path, or a whole address. */
    Answer get(String path, String accept, String... headers) {
        return send("GET", path, accept, headers);
    }

    /** Asks for the head of a path's answer. */
    Answer head(String path, String accept, String... headers) {
        return send("HEAD", path, accept, headers);
    }

    /** Sends a request without a body. */
    Answer send(String method, String path, String accept, String... headers) {
        URI address = URI.create(path.startsWith("http") ? path : root + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
