/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.send.StreamWriter;

/** Content in memory, up to a bound. */
final class CollectedBytes {

    private CollectedBytes() {}

    /**
     * All of the content, or its start.
     *
     * @param limit bytes at the most; what follows is left out
     * @throws ArchiveException OBJECT_DAMAGED if it cannot be read
     */
    static byte[] of(Content content, long limit) {
        int bound = (int) Math.min(limit, Integer.MAX_VALUE - 8);
        long expected = Math.min(content.length().orElse(0), bound);
        Bytes bytes = new Bytes((int) Math.max(32, expected), bound);
        try (content) {
            content.writeTo(new StreamWriter(bytes));
        } catch (FullException e) {
            return bytes.toArray(); // its start is what was asked for
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object cannot be read", e);
        }
        return bytes.toArray();
    }

    private static final class FullException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Takes bytes up to the bound. */
    private static final class Bytes extends OutputStream {

        private final Exposed bytes;
        private final int bound;

        Bytes(int expected, int bound) {
            this.bytes = new Exposed(expected);
            this.bound = bound;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            int taken = Math.min(length, bound - bytes.size());
            bytes.write(from, offset, taken);
            if (taken < length) {
                throw new FullException();
            }
        }

        byte[] toArray() {
            return bytes.exact();
        }
    }

    /** Gives its array away when it is full, instead of a copy. */
    private static final class Exposed extends ByteArrayOutputStream {

        Exposed(int expected) {
            super(expected);
        }

        byte[] exact() {
            return count == buf.length ? buf : toByteArray();
        }
    }
}
