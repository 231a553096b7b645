/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of one part, which says when it has been read to its end, so that the next part may be begun while this one is
 * being committed, and which remembers whether the client failed to send it whole.
 */
final class TurnInputStream extends InputStream {

    private final InputStream content;
    private final Runnable whenRead;
    private boolean read;
    private IOException failure;

    TurnInputStream(InputStream content, Runnable whenRead) {
        this.content = content;
        this.whenRead = whenRead;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (read) {
            return -1;
        }
        try {
            int count = content.read(buffer, offset, length);
            if (count < 0) {
                finish();
            }
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Gives the turn on, whether all was read or not; does so once only. */
    void finish() {
        if (!read) {
            read = true;
            whenRead.run();
        }
    }

    /** Why the content could not be read, or null. */
    IOException failure() {
        return failure;
    }

    @Override
    public void close() {
        finish();
    }
}
