/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sample files beside the checkout, {@code ../shared/data} of its root. */
final class Samples {
    static final String ABSENT = "no sample files at ../shared/data beside the checkout";

    /** One file and its row of the manifest. */
    record Sample(String name, Path path, Map<String, String> columns) {
        String expect() {
            return columns.get("expect");
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Part10Header open() throws IOException {
            return Part10Header.read(new ByteArrayInputStream(bytes()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Samples() {}

    static Optional<Path> directory() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared").resolve("data");
            if (Files.isRegularFile(candidate.resolve("MANIFEST.csv"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static boolean present() {
        return directory().isPresent();
    }

    static Stream<Sample> all() {
        return directory().map(Samples::read).orElse(List.of()).stream();
    }

    private static List<Sample> read(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("MANIFEST.csv"));
            String[] names = lines.get(0).split(",", -1);
            return lines.subList(1, lines.size()).stream()
                    .map(line -> sample(directory, names, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Path directory, String[] names, String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < names.length && i < cells.length; i++) {
            columns.put(names[i], cells[i]);
        }
        String file = columns.get("file");
        return new Sample(file.substring(file.lastIndexOf('/') + 1), directory.resolve(file), columns);
    }

    static byte[] dataset(Part10Header header) throws IOException {
        try (InputStream in = header.dataset()) {
            return in.readAllBytes();
        }
    }
}
