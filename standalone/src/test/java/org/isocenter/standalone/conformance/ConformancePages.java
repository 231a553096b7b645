/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of docs/conformance, and the blocks of them that are made of the code. */
final class ConformancePages {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- table ([a-z0-9-]+) -->\n(.*?)\n?<!-- end -->", Pattern.DOTALL);

    private ConformancePages() {}

    /** A file of the repository. */
    static Path file(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/openapi.yaml"))) {
            root = root.getParent();
        }
        return root.resolve(path);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(file("docs/conformance"))) {
            return files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The names of the blocks, as often as they stand. */
    static List<String> blocks(String page) {
        return BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** The page with its blocks made anew; a block of an unknown name stays. */
    static String rendered(String page, Map<String, String> tables) {
        BiFunction<MatchResult, String, String> block =
                (found, table) -> "<!-- table " + found.group(1) + " -->\n" + table + "\n<!-- end -->";
        return BLOCK.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        block.apply(found, tables.getOrDefault(found.group(1), found.group(2)))));
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
