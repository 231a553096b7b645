/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of a page in Markdown. Not thread-safe. */
final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... headings) {
        row(headings);
        lines.add("|---".repeat(headings.length) + "|");
    }

    /** Adds a row of as many cells as there are headings. */
    MarkdownTable row(String... cells) {
        lines.add("| "
                + String.join(
                        " | ",
                        Arrays.stream(cells)
                                .map(cell -> cell.replace("|", "\\|"))
                                .toList())
                + " |");
        return this;
    }

    static String code(String text) {
        return '`' + text + '`';
    }

    static String codes(Iterable<String> texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(each -> all.add(code(each)));
        return all.isEmpty() ? "-" : String.join(", ", all);
    }

    static String yes(boolean is) {
        return is ? "yes" : "-";
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
