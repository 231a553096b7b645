/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample files kept beside the checkout ({@code ../shared/data} of its root) with the rows of their manifest. */
public final class SampleFiles {

    /** The reason to give when a test is skipped. */
    public static final String MISSING = "no sample files at ../shared/data beside the checkout";

    private SampleFiles() {}

    /**
     * One file.
     *
     * @param path where it lies
     * @param columns the manifest's row by column name
     */
    public record Sample(Path path, Map<String, String> columns) {

        /** Returns a column, empty if it has no value. */
        public String get(String column) {
            return columns.getOrDefault(column, "");
        }

        /** Returns what is expected of a reader: valid, valid-lenient, truncated, invalid, hostile and so on. */
        public String expect() {
            return get("expect");
        }

        /** Returns the file's name, by which tests are named. */
        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    /** Whether the sample files are there. */
    public static boolean arePresent() {
        return directory().isPresent();
    }

    /** Returns the directory of the samples: the first {@code ../shared/data} found upwards of the working directory. */
    public static Optional<Path> directory() {
        Path ancestor = Path.of("").toAbsolutePath();
        while (ancestor != null) {
            Path candidate = ancestor.resolveSibling("shared").resolve("data");
            if (Files.isRegularFile(candidate.resolve("MANIFEST.csv"))) {
                return Optional.of(candidate);
            }
            ancestor = ancestor.getParent();
        }
        return Optional.empty();
    }

    /** Returns every file; none if the samples are absent. */
    public static List<Sample> all() {
        return directory().map(SampleFiles::read).orElse(List.of());
    }

    /** Returns the files of one expectation. */
    public static List<Sample> expecting(String expect) {
        return all().stream().filter(sample -> sample.expect().equals(expect)).toList();
    }

    private static List<Sample> read(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("MANIFEST.csv"), StandardCharsets.UTF_8);
            List<String> names = fields(lines.get(0));
            List<Sample> samples = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                Map<String, String> columns = new HashMap<>();
                for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
                    columns.put(names.get(i), fields.get(i));
                }
                samples.add(new Sample(directory.resolve(columns.get("file")), Map.copyOf(columns)));
            }
            return samples;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
