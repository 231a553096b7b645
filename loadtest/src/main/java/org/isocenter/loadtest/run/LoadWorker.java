/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.Random;

import org.isocenter.loadtest.action.Action;
import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.action.StudyCursor;
import org.isocenter.loadtest.action.Task;
import org.isocenter.loadtest.action.Worker;
import org.isocenter.loadtest.metrics.Failures;
import org.isocenter.loadtest.metrics.RunRecorder;
import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.scenario.Scenario.Retries;

/** A client at work: tries, measures, tries again elsewhere. For one thread. */
final class LoadWorker implements Worker, Closeable {

    private final Client client;
    private final StudyCursor cursor;
    private final Random random;
    private final RunRecorder recorder;
    private final Retries retries;

    LoadWorker(Client client, StudyCursor cursor, Random random, RunRecorder recorder, Retries retries) {
        this.client = client;
        this.cursor = cursor;
        this.random = random;
        this.recorder = recorder;
        this.retries = retries;
    }

    /** Does an action; false when there was nothing to do. */
    boolean perform(Action action, long due) throws IOException, InterruptedException {
        boolean done = action.perform(this, due);
        try {
            client.operationDone();
        } catch (IOException e) {
            recorder.error("release", Failures.kindOf(e), String.valueOf(e.getMessage()));
        }
        return done;
    }

    @Override
    public boolean attempt(String label, OperationKind kind, long due, Task task) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try {
                long bytes = task.attempt(client);
                long end = System.nanoTime();
                client.answered();
                recorder.succeeded(label, end - due, end - start, bytes);
                return true;
            } catch (IOException e) {
                client.failOver();
                String failure = Failures.kindOf(e);
                recorder.error(label, failure, String.valueOf(e.getMessage()));
                if (attempt >= retries.attempts() || Thread.currentThread().isInterrupted()) {
                    recorder.failed(label, failure);
                    return false;
                }
                Thread.sleep(retries.pause().toMillis());
            }
        }
    }

    @Override
    public Random random() {
        return random;
    }

    @Override
    public StudyCursor cursor() {
        return cursor;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
