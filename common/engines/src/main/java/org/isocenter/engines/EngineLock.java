/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The lock that the process of an engine holds on its data. */
final class EngineLock {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 100;

    private EngineLock() {}

    /** Waits until no process holds it: after the kill of a parent, engines take a few seconds to end in order. */
    static void awaitFree(Path file) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            Files.createDirectories(file.getParent());
            while (!isFree(file)) {
                if (System.nanoTime() > deadline) {
                    throw new EngineException("another process uses the data of the engines: it holds " + file);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw new EngineException("the lock " + file + " cannot be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    private static boolean isFree(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }
}
