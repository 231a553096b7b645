/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.service.http.UnexpectedFailure;

/**
 * How one engine is. It is asked one question at a time; while that is not answered, it is as it was before, but not for longer
 * than the limit. So a probe gets its answer at once also while an engine does without one of its nodes. Safe for use by many
 * threads.
 */
final class EngineState {

    static final String UP = "up";
    static final String NO_ANSWER = "no answer";

    private final Runnable check;
    private final Executor executor;
    private final Duration limit;
    private final LongSupplier clock;
    private CompletableFuture<Void> question;
    private long askedAt;
    private String last = NO_ANSWER;

    /**
     * An engine that was not asked yet.
     *
     * @param check returns if the engine answers and throws if it does not
     * @param limit how long it may take to answer
     * @param clock nanoseconds
     */
    EngineState(Runnable check, Executor executor, Duration limit, LongSupplier clock) {
        this.check = check;
        this.executor = executor;
        this.limit = limit;
        this.clock = clock;
    }

    /** Asks, unless it is being asked. */
    synchronized void ask() {
        if (question == null) {
            askedAt = clock.getAsLong();
            question = CompletableFuture.runAsync(check, executor);
        }
    }

    /** {@link #UP}, or what is wrong; waits for the answer no longer than that. */
    synchronized String state(Duration patience) {
        if (question != null) {
            try {
                question.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                answered(UP);
            } catch (ExecutionException e) {
                answered(
                        e.getCause() instanceof ArchiveException failure
                                ? failure.code().label()
                                : "unexpected failure " + UnexpectedFailure.log(e.getCause()));
            } catch (TimeoutException e) {
                if (clock.getAsLong() - askedAt > limit.toNanos()) {
                    last = NO_ANSWER;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return last;
    }

    private void answered(String state) {
        last = state;
        question = null;
    }
}
