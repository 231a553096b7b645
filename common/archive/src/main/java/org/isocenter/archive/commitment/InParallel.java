/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Asks the same of many, several at a time. Thread-safe. */
final class InParallel {

    private final Executor executor;
    private final int width;

    InParallel(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    /** The answers in the order of the questions; after one that fails no more are asked, and its exception is thrown. */
    <Q, A> List<A> ask(Collection<Q> questions, Function<Q, A> answer) {
        Semaphore places = new Semaphore(width);
        AtomicBoolean failed = new AtomicBoolean();
        List<CompletableFuture<A>> answers = new ArrayList<>(questions.size());
        for (Q question : questions) {
            places.acquireUninterruptibly();
            if (failed.get()) {
                places.release();
                break;
            }
            answers.add(CompletableFuture.supplyAsync(() -> answer.apply(question), executor)
                    .whenComplete((value, failure) -> {
                        failed.compareAndSet(false, failure != null);
                        places.release();
                    }));
        }
        try {
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
