/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where the bytes of a body go; used by one thread, which waits while the receiver is slow. */
public abstract class BodyWriter extends OutputStream {

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /**
     * Sends a range of a file from the page cache.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws java.io.EOFException if it ends before the range does
     */
    public abstract void transfer(Path file, long position, long length) throws IOException;

    /** Sends exactly the number of bytes from a stream. */
    public abstract void transfer(InputStream in, long length) throws IOException;
}
