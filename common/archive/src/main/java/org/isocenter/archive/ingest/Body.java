/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.io.ByteSink;

/**
 * The bytes of a data set on their way in: digested, and held in memory until they are too many; from then on they stream into
 * an upload, which the overflow opens. Used by one thread.
 */
final class Body implements ByteSink, AutoCloseable {

    /** Opens the upload for a body that does not fit, given what came so far. */
    interface Overflow {
        ObjectUpload open(InputStream beginning) throws IOException;
    }

    private final ChunkPool pool;
    private final int limit;
    private final Overflow overflow;
    private final MessageDigest sha256;
    private final List<byte[]> chunks = new ArrayList<>();
    private int fill;
    private long length;
    private ObjectUpload upload;

    Body(ChunkPool pool, int limit, Overflow overflow) {
        this.pool = pool;
        this.limit = limit;
        this.overflow = overflow;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        chunks.add(pool.take());
    }

    @Override
    public void write(byte[] buffer, int offset, int count) throws IOException {
        sha256.update(buffer, offset, count);
        length += count;
        int from = offset;
        int left = count;
        while (left > 0 && upload == null) {
            if (fill == ChunkPool.CHUNK && !grow()) {
                spill();
                break;
            }
            int taken = Math.min(left, ChunkPool.CHUNK - fill);
            System.arraycopy(buffer, from, chunks.get(chunks.size() - 1), fill, taken);
            fill += taken;
            from += taken;
            left -= taken;
        }
        if (left > 0) {
            upload.write(buffer, from, left);
        }
    }

    private boolean grow() {
        byte[] more = (long) (chunks.size() + 1) * ChunkPool.CHUNK > limit ? null : pool.takeMore();
        if (more == null) {
            return false;
        }
        chunks.add(more);
        fill = 0;
        return true;
    }

    private void spill() throws IOException {
        upload = overflow.open(open());
        writeTo(upload);
        giveBack();
    }

    /** Writes a body that did fit to an upload, which is closed with it; it stays in memory. */
    void begin(ObjectUpload newUpload) {
        upload = newUpload;
        writeTo(upload);
    }

    /** Whether all bytes are in memory. */
    boolean inMemory() {
        return !chunks.isEmpty();
    }

    /** The bytes, while they are all in memory. */
    InputStream open() {
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            parts.add(new ByteArrayInputStream(chunks.get(i), 0, i == chunks.size() - 1 ? fill : ChunkPool.CHUNK));
        }
        return parts.size() == 1 ? parts.get(0) : new SequenceInputStream(Collections.enumeration(parts));
    }

    private void writeTo(ObjectUpload target) {
        for (int i = 0; i < chunks.size(); i++) {
            target.write(chunks.get(i), 0, i == chunks.size() - 1 ? fill : ChunkPool.CHUNK);
        }
    }

    /** The upload that has the whole body; null until it was begun. */
    ObjectUpload upload() {
        return upload;
    }

    long length() {
        return length;
    }

    /** The digest of all bytes; to be asked for once, at the end. */
    Digest digest() {
        return Digest.of(sha256.digest());
    }

    private void giveBack() {
        chunks.forEach(pool::giveBack);
        chunks.clear();
    }

    @Override
    public void close() {
        giveBack();
        if (upload != null) {
            upload.close();
        }
    }
}
