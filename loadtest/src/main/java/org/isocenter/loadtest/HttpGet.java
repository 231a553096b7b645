/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A GET whose body is read to its end and thrown away.
 *
 * @param name in the table
 * @param path below the DICOMweb root
 * @param accept the Accept header
 * @param client shared by all threads
 */
record HttpGet(String name, String path, String accept, HttpClient client) implements Operation {

    private static final int BUFFER_SIZE = 256 * 1024;

    @Override
    public long run(Target target) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(target.at(path)).header("Accept", accept).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        byte[] buffer = new byte[BUFFER_SIZE];
        long bytes = 0;
        try (InputStream body = response.body()) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
            }
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException(target.name() + " answered " + response.statusCode() + " to " + name);
        }
        return bytes;
    }
}
