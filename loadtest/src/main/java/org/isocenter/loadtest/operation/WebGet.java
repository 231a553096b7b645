/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;

import org.isocenter.loadtest.http.HttpConnection;
import org.isocenter.loadtest.http.HttpResult;

/**
 * A GET on a kept connection.
 *
 * @param name in the table
 * @param path below the DICOMweb root
 * @param accept media types
 * @param items instances that the answer is about
 * @param minimumLength bytes that the answer has at least
 */
public record WebGet(String name, String path, String accept, int items, long minimumLength) implements Operation {

    @Override
    public Service service() {
        return Service.WEB;
    }

    @Override
    public Session open(Target target) {
        HttpConnection connection = new HttpConnection(target.web());
        String absolute = target.web().getPath() + path;
        return new Session() {
            @Override
            public long run() throws IOException {
                HttpResult result = connection.get(absolute, accept);
                if (result.status() != 200) {
                    throw new IOException(target.name() + " answered " + result.status() + " to " + name);
                }
                if (result.bodyLength() < minimumLength) {
                    throw new IOException(
                            target.name() + " sent " + result.bodyLength() + " bytes as answer to " + name);
                }
                return result.bodyLength();
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
