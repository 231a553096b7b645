/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.loadtest.http.HttpConnection;
import org.isocenter.loadtest.http.HttpResult;

/**
 * GETs of one resource after the other on a kept connection, from anywhere in the list, which begins again at its end.
 *
 * @param name in the table
 * @param paths below the DICOMweb root
 * @param accept media types
 * @param minimumLength bytes that each answer has at least
 * @param once whether each is asked for once only, from the first on: what a first request costs
 */
public record WebGets(String name, List<String> paths, String accept, long minimumLength, boolean once)
        implements Operation {

    /** Takes the paths over. */
    public WebGets {
        paths = List.copyOf(paths);
    }

    @Override
    public Service service() {
        return Service.WEB;
    }

    @Override
    public int maxRuns() {
        return once ? paths.size() : Integer.MAX_VALUE;
    }

    @Override
    public Session open(Target target) {
        HttpConnection connection = new HttpConnection(target.web());
        int first = once ? 0 : ThreadLocalRandom.current().nextInt(paths.size());
        AtomicInteger next = new AtomicInteger(first);
        return new Session() {
            @Override
            public long run() throws IOException {
                String path = paths.get(Math.floorMod(next.getAndIncrement(), paths.size()));
                HttpResult result = connection.get(target.web().getPath() + path, accept);
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
