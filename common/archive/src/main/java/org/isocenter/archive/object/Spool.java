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

/** Bytes that wait: in memory up to a bound, in a file beyond it. Used by one thread. */
final class Spool implements AutoCloseable {

    private static final int IN_MEMORY = 8 << 20;
    private static final int FIRST = 1 << 20;

    private final Path directory;
    private byte[] memory = new byte[FIRST];
    private long size;
    private Path file;
    private OutputStream out;

    Spool(Path directory) {
        this.directory = directory;
    }

    void write(byte[] buffer, int offset, int length) {
        try {
            if (out == null && size + length > IN_MEMORY) {
                Files.createDirectories(directory);
                file = Files.createTempFile(directory, "body", ".spool");
                out = Files.newOutputStream(file);
                out.write(memory, 0, (int) size);
                memory = null;
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
