/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.io.ByteSink;

/** A data set that was received: in memory up to a bound, in a temporary file beyond; its digest on the way. One thread. */
final class ReceivedBody implements ByteSink, AutoCloseable {

    private static final int FIRST = 1 << 20;
    private static final int IN_MEMORY = 1 << 23;
    private static final int KIBIBYTE = 1024;
    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore kibibytes;
    private final MessageDigest sha256 = sha256();
    private byte[] memory = new byte[0];
    private int held;
    private int used;
    private Path file;
    private OutputStream out;

    ReceivedBody(Semaphore kibibytes) {
        this.kibibytes = kibibytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        sha256.update(buffer, offset, length);
        if (out == null && used + length > IN_MEMORY) {
            file = Files.createTempFile("isocenter-", ".part");
            out = Files.newOutputStream(file);
        }
        if (out != null) {
            out.write(buffer, offset, length);
            return;
        }
        if (used + length > memory.length) {
            grow(Math.min(IN_MEMORY, Math.max(FIRST, Math.max(memory.length * 2, used + length))));
        }
        System.arraycopy(buffer, offset, memory, used, length);
        used += length;
    }

    private void grow(int size) {
        int wanted = (size - memory.length) / KIBIBYTE;
        try {
            if (!kibibytes.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "too many bytes are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted while waiting for room", e);
        }
        held += wanted;
        memory = Arrays.copyOf(memory, size);
    }

    /** The digest of all bytes; to be asked for once. */
    Digest digest() {
        return Digest.of(sha256.digest());
    }

    void copyTo(ObjectUpload upload) throws IOException {
        upload.write(memory, 0, used);
        if (out != null) {
            out.close();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    upload.write(buffer, 0, read);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        kibibytes.release(held);
        if (out != null) {
            out.close();
            Files.deleteIfExists(file);
        }
    }
}
