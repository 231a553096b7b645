/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartReader;

/**
 * Takes the parts of one body through a step each. Parts are read one after the other, straight from the socket, but while
 * one that has been read is still being committed the next is read already, up to a number at the same time.
 *
 * @param <R> what the step makes of a part
 */
final class PartPipeline<R> {

    private final Executor executor;
    private final int parallelism;
    private final BiFunction<BodyPart, TurnInputStream, R> step;
    private final Predicate<R> endsAll;

    /**
     * @param executor runs the steps, which block
     * @param parallelism parts in the making at the same time, at least 1
     * @param step reads the stream and makes something of the part; does not throw for what is wrong with the part alone
     * @param endsAll whether after such a result nothing more is to be read
     */
    PartPipeline(
            Executor executor, int parallelism, BiFunction<BodyPart, TurnInputStream, R> step, Predicate<R> endsAll) {
        this.executor = executor;
        this.parallelism = parallelism;
        this.step = step;
        this.endsAll = endsAll;
    }

    /**
     * Runs all parts.
     *
     * @return results in the order of the parts; fewer if one {@code endsAll}
     * @throws IOException if the body is truncated or malformed; what was begun has come to its end by then
     */
    List<R> run(MultipartReader reader) throws IOException {
        Semaphore turn = new Semaphore(0);
        Semaphore places = new Semaphore(parallelism);
        AtomicReference<IOException> broken = new AtomicReference<>();
        AtomicBoolean ended = new AtomicBoolean();
        List<CompletableFuture<R>> results = new ArrayList<>();
        try {
            Optional<BodyPart> part = reader.next();
            while (part.isPresent()) {
                BodyPart current = part.get();
                places.acquire();
                results.add(
                        CompletableFuture.supplyAsync(() -> runStep(current, turn, places, broken, ended), executor));
                turn.acquire();
                part = broken.get() != null || ended.get() ? Optional.empty() : reader.next();
            }
        } catch (IOException e) {
            broken.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken.compareAndSet(null, new InterruptedIOException("interrupted"));
        }
        List<R> finished = await(results);
        if (broken.get() != null) {
            throw broken.get();
        }
        return finished;
    }

    private R runStep(
            BodyPart part, Semaphore turn, Semaphore places, AtomicReference<IOException> broken, AtomicBoolean ended) {
        TurnInputStream content = new TurnInputStream(part.content(), turn::release);
        try {
            R result = step.apply(part, content);
            if (endsAll.test(result)) {
                ended.set(true);
            }
            return result;
        } finally {
            if (content.failure() != null) {
                broken.compareAndSet(null, content.failure());
            }
            places.release();
            content.finish();
        }
    }

    private static <R> List<R> await(List<CompletableFuture<R>> results) {
        List<R> finished = new ArrayList<>(results.size());
        RuntimeException failure = null;
        for (CompletableFuture<R> result : results) {
            try {
                finished.add(result.join());
            } catch (CompletionException e) {
                failure = e.getCause() instanceof RuntimeException unexpected ? unexpected : e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return finished;
    }
}
