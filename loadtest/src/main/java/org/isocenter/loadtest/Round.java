/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;

/**
 * Several clients that do the same at the same time.
 *
 * @param clients how many
 * @param maxRequests after which no more are begun
 * @param maxTime after which no more are begun
 */
record Round(int clients, int maxRequests, Duration maxTime) {

    private static final long MAX_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

    /**
     * Runs the operation.
     *
     * @throws IOException when a request fails: a rate with failures in it means nothing
     */
    Measurement run(Operation operation, Target target) throws IOException, InterruptedException {
        ConcurrentHistogram micros = new ConcurrentHistogram(MAX_MICROS, 3);
        AtomicInteger begun = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        long start = System.nanoTime();
        long end = start + maxTime.toNanos();
        Callable<Void> client = () -> {
            while (System.nanoTime() < end && begun.getAndIncrement() < maxRequests) {
                long before = System.nanoTime();
                bytes.addAndGet(operation.run(target));
                micros.recordValue(Math.min(MAX_MICROS, (System.nanoTime() - before) / 1000));
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(client);
            }
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(target.name(), operation.name(), clients, micros, bytes.get(), seconds);
    }
}
