/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.isocenter.archive.workitem.EventType;
import org.isocenter.archive.workitem.Workitem;
import org.isocenter.archive.workitem.WorkitemStatus;
import org.isocenter.lifecycle.workitem.WorkitemAnswers;

/** What holds of work items (PS3.4 CC, PS3.18 11). */
final class WorkitemTables {

    private static final Map<String, String> CREATE = Map.of(
            "1", "value", "2", "filled in as empty", "3", "at will", "0", "empty", "-", "refused", "*", "set by us");
    private static final Map<String, String> SET = Map.of(
            "1",
            "value",
            "2",
            "filled in as empty",
            "3",
            "value if at all",
            "4",
            "at will",
            "-",
            "refused",
            "*",
            "set by us");
    private static final Map<String, String> FINAL = Map.of(
            "R",
            "value",
            "P",
            "value if COMPLETED",
            "p",
            "there if COMPLETED",
            "X",
            "value if CANCELED",
            "X*",
            "value if CANCELED, set by us",
            "O",
            "at will");

    private WorkitemTables() {}

    static Map<String, String> all() {
        return Map.of(
                "workitem-attributes", attributes(), "workitem-statuses", statuses(), "workitem-events", events());
    }

    private static String attributes() {
        MarkdownTable table = new MarkdownTable("Attribute", "Create", "Update", "Final state", "Always returned");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Workitem.class.getResourceAsStream("attributes.csv"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .forEach(row -> table.row(
                            MarkdownTable.code(row[0]),
                            CREATE.get(row[1]),
                            SET.get(row[2]),
                            FINAL.get(row[3]),
                            row[4].equals("1C")
                                    ? "where there is a value"
                                    : MarkdownTable.yes(row[4].equals("1") || row[4].equals("2"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static String statuses() {
        MarkdownTable table = new MarkdownTable("What", "PS3.4 status", "HTTP status", "Text of the header Warning");
        for (WorkitemStatus each : WorkitemStatus.values()) {
            table.row(
                    MarkdownTable.code(each.name()),
                    StatusTables.hex(each.dimseStatus()),
                    Integer.toString(WorkitemAnswers.httpStatus(each)),
                    each.text());
        }
        return table.toString();
    }

    private static String events() {
        MarkdownTable table = new MarkdownTable("Event Type ID", "Event report");
        for (EventType each : EventType.values()) {
            table.row(
                    Integer.toString(each.id()),
                    each.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        return table.toString();
    }
}
