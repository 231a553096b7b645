/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jboss.logging.Logger;

/** The directory of the index; what it holds is thrown away if it is damaged or of another layout. */
final class IndexDirectory {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class);

    private IndexDirectory() {}

    /** Offsets of the index in the directory; none if it has to be built from the topic's start. */
    static Map<Integer, Long> prepare(Path path) throws IOException {
        Files.createDirectories(path);
        try (Directory directory = FSDirectory.open(path);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            // reads all of it once: a damage is better found now than by a query
            reader.leaves().forEach(leaf -> check(leaf.reader()));
            Optional<Map<Integer, Long>> offsets =
                    CommitData.read(reader.getIndexCommit().getUserData());
            if (offsets.isPresent()) {
                return offsets.get();
            }
            LOG.info("The index has another layout and is built anew");
        } catch (IndexNotFoundException e) {
            LOG.info("There is no index yet; it is built from the topic of studies");
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "The index is damaged (%s) and is built anew", e.getClass().getSimpleName());
        }
        empty(path);
        return Map.of();
    }

    private static void check(org.apache.lucene.index.LeafReader reader) {
        try {
            reader.checkIntegrity();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void empty(Path path) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(path)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
