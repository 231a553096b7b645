/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.io.InputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/**
 * A range of an object that is asked for again from where its connection broke, a few times. Who reads has given the first part
 * on already, so that it cannot begin anew. A store that breaks each time is unavailable ({@link ArchiveException}). An end in order
 * is an end. Not thread-safe.
 */
final class ResumedRange extends InputStream {

    private static final int ATTEMPTS = 3;

    /** Asks the store for a part of the object. */
    @FunctionalInterface
    interface Source {
        /** Throws {@link org.isocenter.archive.error.ArchiveException} if the store refuses. */
        InputStream open(long offset, long length);
    }

    private final Source source;
    private InputStream current;
    private long offset;
    private long left;
    private int resumed;

    /** Asks for the range; a refusal is thrown at once. */
    ResumedRange(Source source, long offset, long length) {
        this.source = source;
        this.offset = offset;
        this.left = length;
        current = source.open(offset, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            try {
                int count = current.read(buffer, start, length);
                if (count > 0) {
                    offset += count;
                    left -= count;
                }
                return count;
            } catch (IOException e) {
                resume(e);
            }
        }
    }

    private void resume(IOException failure) {
        if (resumed == ATTEMPTS) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "the object cannot be read", failure);
        }
        resumed++;
        closeBroken();
        current = source.open(offset, left);
    }

    private void closeBroken() {
        try (InputStream broken = current) {
            current = InputStream.nullInputStream();
        } catch (IOException e) {
            // it said so before
            current = InputStream.nullInputStream();
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
