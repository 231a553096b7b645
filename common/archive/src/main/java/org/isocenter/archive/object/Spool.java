/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that wait: in memory up to a bound, in a file beyond it, and at once in a file when other spools have the memory that
 * there is for all. Used by one thread.
 */
final class Spool implements AutoCloseable {

    private static final int IN_MEMORY = 8 << 20;
    private static final int FIRST = 1 << 20;

    private static final long ALL_IN_MEMORY =
            Math.max(4L * IN_MEMORY, Runtime.getRuntime().maxMemory() / 8);
    private static final AtomicLong TAKEN = new AtomicLong();

    private final Path directory;
    private byte[] memory = new byte[FIRST];
    private long taken;
    private long size;
    private Path file;
    private OutputStream out;

    Spool(Path directory) {
        this.directory = directory;
    }

    void write(byte[] buffer, int offset, int length) {
        try {
            if (out == null && (size + length > IN_MEMORY || !hasRoom(size + length))) {
                Files.createDirectories(directory);
                file = Files.createTempFile(directory, "body", ".spool");
                out = Files.newOutputStream(file);
                out.write(memory, 0, (int) size);
                memory = null;
                giveBack();
            }
            if (out == null) {
                if (size + length > memory.length) {
                    memory = Arrays.copyOf(
                            memory, (int) Math.min(IN_MEMORY, Math.max(memory.length * 2L, size + length)));
                }
                System.arraycopy(buffer, offset, memory, (int) size, length);
            } else {
                out.write(buffer, offset, length);
            }
            size += length;
        } catch (IOException e) {
            throw FileFailure.of("the spool cannot be written", e);
        }
    }

    /** Whether the memory is there for so many bytes; the first of a spool always is. */
    private boolean hasRoom(long length) {
        long more = length - Math.max(taken, FIRST);
        if (more <= 0) {
            return true;
        }
        if (TAKEN.addAndGet(more) > ALL_IN_MEMORY) {
            TAKEN.addAndGet(-more);
            return false;
        }
        taken = length;
        return true;
    }

    private void giveBack() {
        TAKEN.addAndGet(-Math.max(0, taken - FIRST));
        taken = 0;
    }

    long size() {
        return size;
    }

    boolean inMemory() {
        return out == null;
    }

    byte[] memory() {
        return memory;
    }

    InputStream open() throws IOException {
        out.flush();
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public void close() {
        giveBack();
        try {
            if (out != null) {
                out.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw FileFailure.of("the spool cannot be removed", e);
        }
    }
}
