/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes directories and remembers the last ones, so that an object costs no look-ups of its series' directory. */
final class Directories {

    private static final int REMEMBERED = 4096;

    private final Path root;
    private final Durability durability;
    private final Set<Path> made = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    Directories(Path root, Durability durability) {
        this.root = root;
        this.durability = durability;
    }

    /** Makes a directory and those above it, each durable in the one above. */
    void make(Path directory) throws IOException {
        if (made.contains(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (!directory.equals(root)) {
                make(parent);
            }
            Files.createDirectories(directory);
            flush(parent);
        }
        made.add(directory);
    }

    /** Forgets a directory that turned out to be gone. */
    void forget(Path directory) {
        made.removeIf(each -> each.startsWith(directory) || directory.startsWith(each));
    }

    /** Makes the entries of a directory durable. */
    void flush(Path directory) throws IOException {
        if (durability == Durability.POWER) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
