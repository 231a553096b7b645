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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.Histogram;
import org.isocenter.loadtest.operation.Operation;
import org.isocenter.loadtest.operation.Session;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.report.Measurement;

/**
 * Several clients that do the same at the same time, each on a connection of its own that is made before the clock starts.
 *
 * @param clients how many
 * @param maxRequests after which no more are begun
 * @param maxTime after which no more are begun
 */
record Round(int clients, int maxRequests, Duration maxTime) {

    private static final long MAX_MICROS = Duration.ofMinutes(10).toNanos() / 1000;
    private static final Duration GRACE = Duration.ofMinutes(2);

    /**
     * Runs the operation.
     *
     * @throws IOException when a request fails or hangs: a rate with failures in it means nothing
     */
    Measurement run(Operation operation, Target target) throws IOException, InterruptedException {
        List<Session> sessions = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (int i = 0; i < clients; i++) {
                sessions.add(operation.open(target));
            }
            Measurement measurement = measure(operation, sessions, threads);
            close(sessions);
            return measurement;
        } catch (IOException | InterruptedException e) {
            try {
                close(sessions);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void close(List<Session> sessions) throws IOException {
        IOException first = null;
        for (Session session : sessions) {
            try {
                session.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private Measurement measure(Operation operation, List<Session> sessions, ExecutorService threads)
            throws IOException, InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        long start = System.nanoTime();
        long end = start + maxTime.toNanos();
        List<Callable<Histogram>> work = new ArrayList<>();
        for (Session session : sessions) {
            work.add(() -> {
                Histogram micros = new Histogram(MAX_MICROS, 3);
                long own = 0;
                for (int i = 0; i < operation.maxRuns(); i++) {
                    long before = System.nanoTime();
                    if (before >= end || begun.getAndIncrement() >= maxRequests) {
                        break;
                    }
                    own += session.run();
                    micros.recordValue(Math.min(MAX_MICROS, (System.nanoTime() - before) / 1000));
                }
                bytes.addAndGet(own);
                return micros;
            });
        }
        Histogram all = new Histogram(MAX_MICROS, 3);
        for (Future<Histogram> each :
                threads.invokeAll(work, maxTime.plus(GRACE).toSeconds(), TimeUnit.SECONDS)) {
            all.add(result(each));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(all, bytes.get(), all.getTotalCount() * operation.items(), seconds);
    }

    private static Histogram result(Future<Histogram> each) throws IOException, InterruptedException {
        try {
            return each.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (CancellationException e) {
            throw new IOException("a request was not answered in " + GRACE, e);
        }
    }
}
