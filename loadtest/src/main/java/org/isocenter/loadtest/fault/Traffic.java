/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.isocenter.loadtest.metrics.Sample;
import org.isocenter.loadtest.run.LoadRun;
import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.run.RunProgress;
import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.scenario.Scenario;

/** Load that goes on in the background until it is closed. */
final class Traffic implements Closeable {

    private static final double NANOS = 1e9;

    private final LoadRun run;
    private final CompletableFuture<RunResult> result;

    private Traffic(LoadRun run) {
        this.run = run;
        result = CompletableFuture.supplyAsync(this::drive, task -> new Thread(task, "traffic").start());
    }

    /** Begins to prepare, and then to load. */
    static Traffic begin(Scenario scenario, RunOptions options) throws IOException {
        return new Traffic(new LoadRun(scenario, options));
    }

    private RunResult drive() {
        try {
            return run.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /**
     * Whether the load has begun.
     *
     * @throws IOException when it has already ended
     */
    boolean isRunning() throws IOException {
        check();
        return run.progress().phase().compareTo(RunProgress.Phase.PREPARING) > 0;
    }

    /** Throws what ended it, if anything did. */
    void check() throws IOException {
        if (result.isDone()) {
            throw new IOException("the traffic broke off: " + reason());
        }
    }

    private String reason() {
        try {
            return result.join().aborted();
        } catch (CompletionException e) {
            return e.getCause().getMessage();
        }
    }

    /** Seconds since the load began. */
    double second() {
        return (System.nanoTime() - run.originNanos()) / NANOS;
    }

    /** Second by second. */
    List<Sample> timeline() {
        return run.timeline();
    }

    /** Ends it, and waits until nothing is under way; throws if it had ended by itself. */
    @Override
    public void close() throws IOException {
        try {
            check();
        } finally {
            run.stop();
            result.handle((done, failure) -> null).join();
            run.close();
        }
    }
}
