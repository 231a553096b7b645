/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** Waits for what the engines do, and never longer than a sender is told to be patient. */
final class Deadline {

    private final long end;

    Deadline(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArchiveException known) {
                // a new one, so that its trace is that of this thread
                throw new ArchiveException(known.code(), known.getMessage(), known);
            }
            throw new ArchiveException(ErrorCode.INTERNAL, "an engine failed", e.getCause());
        } catch (TimeoutException e) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "an engine did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted while storing", e);
        }
    }
}
