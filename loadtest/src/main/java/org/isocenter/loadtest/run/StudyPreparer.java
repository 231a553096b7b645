/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.isocenter.loadtest.action.Action;
import org.isocenter.loadtest.action.Actions;
import org.isocenter.loadtest.metrics.RunRecorder;
import org.isocenter.loadtest.scenario.MixEntry;
import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.scenario.Scenario.Preparation;

/** Stores studies before the clock starts. */
final class StudyPreparer implements Preparer {

    private final Preparation plan;
    private final Action store;
    private final Workers workers;
    private final Flow.Stop stop;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** Makes clients. */
    @FunctionalInterface
    interface Workers {
        LoadWorker of(int number, int renewAfter, Random random, RunRecorder recorder);
    }

    StudyPreparer(Preparation plan, Actions actions, Workers workers, Flow.Stop stop) {
        this.plan = plan;
        OperationKind kind = plan.overWeb() ? OperationKind.STOW_STUDY : OperationKind.C_STORE_STUDY;
        this.store = actions.of(new MixEntry(kind.label(), kind, 1, List.of()));
        this.workers = workers;
        this.stop = stop;
    }

    @Override
    public int done() {
        return done.get();
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (plan.studies() == 0) {
            return;
        }
        RunRecorder recorder = new RunRecorder();
        int clients = Math.min(plan.clients(), plan.studies());
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        work(number, recorder);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(
                    "the studies that readers need could not be stored: "
                            + e.getCause().getMessage(),
                    e);
        } finally {
            threads.shutdownNow();
        }
        recorder.interval(0, 1, true);
        if (!recorder.failures().isEmpty()) {
            throw new IOException("the studies that readers need could not be stored: " + recorder.failures()
                    + ", for example " + recorder.examples().values());
        }
    }

    private void work(int number, RunRecorder recorder) throws IOException, InterruptedException {
        try (LoadWorker worker = workers.of(number, 0, new Random(number), recorder)) {
            while (!stop.isStopped() && begun.getAndIncrement() < plan.studies()) {
                worker.perform(store, System.nanoTime());
                done.incrementAndGet();
            }
        }
    }
}
