/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** A file that is read until all who use it have let it go; whoever opens it is the first. Thread-safe. */
final class OpenFile {

    private final FileChannel channel;
    private final AtomicInteger users = new AtomicInteger(1);

    private OpenFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens it.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    static OpenFile of(Path file) throws IOException {
        return new OpenFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    FileChannel channel() {
        return channel;
    }

    /** One more uses it; by one who does. */
    void keep() {
        users.incrementAndGet();
    }

    /** One no longer uses it. */
    void letGo() {
        if (users.decrementAndGet() > 0) {
            return;
        }
        try {
            channel.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }
}
