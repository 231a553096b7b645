/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of QIDO-RS. */
final class QidoClient {

    static final String STUDY_UID = "0020000D";
    static final String SERIES_UID = "0020000E";
    static final String SOP_UID = "00080018";

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String server;

    QidoClient(int port) {
        server = "http://127.0.0.1:" + port;
    }

    String root() {
        return server + "/dicom-web";
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Any method; headers by turns name and value. */
    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** GET below the root of DICOMweb, or of a whole address. */
    HttpResponse<byte[]> get(String path) {
        return send("GET", path.startsWith("http") ? path : root() + path, "Accept", "application/dicom+json");
    }

    JsonNode json(HttpResponse<byte[]> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    JsonNode found(String path) {
        return found(get(path));
    }

    JsonNode found(HttpResponse<byte[]> response) {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isIn(200, 204);
        return response.statusCode() == 204 ? json.createArrayNode() : json(response);
    }

    List<String> values(String path, String tag) {
        return values(found(path), tag);
    }

    static List<String> values(JsonNode results, String tag) {
        List<String> values = new ArrayList<>();
        results.forEach(each -> values.add(each.at("/" + tag + "/Value/0").asText()));
        return values;
    }

    /** The address of the next page. */
    static Optional<String> next(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Link").map(link -> {
            Matcher matcher = NEXT.matcher(link);
            assertThat(matcher.matches()).as(link).isTrue();
            return matcher.group(1);
        });
    }
}
