/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.standalone.conformance.OpenApiPage.Operation;

/** The web services: resources, parameters, media types and statuses. */
final class WebTables {

    private WebTables() {}

    static Map<String, String> all() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        OpenApiPage.read().operations().forEach(each -> byTag.computeIfAbsent(each.tag(), tag -> new ArrayList<>())
                .add(each));
        Map<String, String> tables = new TreeMap<>();
        MarkdownTable services = new MarkdownTable("Service", "Resources", "Methods");
        byTag.forEach((tag, operations) -> {
            tables.put("web-" + tag.toLowerCase(Locale.ROOT), resources(operations));
            tables.put("web-" + tag.toLowerCase(Locale.ROOT) + "-requests", requests(operations));
            Set<String> paths = new TreeSet<>();
            Set<String> methods = new TreeSet<>();
            operations.forEach(each -> {
                paths.add(each.path());
                methods.add(each.method());
            });
            services.row(tag, Integer.toString(paths.size()), MarkdownTable.codes(methods));
        });
        tables.put("web-services", services.toString());
        tables.put("rendered-types", renderedTypes());
        return tables;
    }

    private static String resources(List<Operation> operations) {
        MarkdownTable table = new MarkdownTable("Method", "Resource", "What");
        operations.forEach(each -> table.row(each.method(), MarkdownTable.code(each.path()), each.summary()));
        return table.toString();
    }

    /** What a request may have and how it is answered, resources of which that is the same in one row. */
    private static String requests(List<Operation> operations) {
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        operations.forEach(each -> rows.computeIfAbsent(
                        List.of(
                                MarkdownTable.codes(each.parameters()),
                                MarkdownTable.codes(each.requestTypes()),
                                MarkdownTable.codes(responseTypes(each)),
                                String.join(", ", each.responses().keySet())),
                        row -> new ArrayList<>())
                .add(each.id()));
        MarkdownTable table = new MarkdownTable(
                "Operations", "Query parameters", "Media types of the body", "Media types of the answer", "Statuses");
        rows.forEach((row, ids) -> table.row(MarkdownTable.codes(ids), row.get(0), row.get(1), row.get(2), row.get(3)));
        return table.toString();
    }

    /** Of answers that are no problem. */
    private static Set<String> responseTypes(Operation operation) {
        Set<String> types = new TreeSet<>();
        operation.responses().forEach((status, mediaTypes) -> {
            if (status.startsWith("2")) {
                types.addAll(mediaTypes);
            }
        });
        return types;
    }

    private static String renderedTypes() {
        MarkdownTable table = new MarkdownTable("What", "Media types, the default first");
        for (RenderedKind each : RenderedKind.values()) {
            table.row(each.name().toLowerCase(Locale.ROOT).replace('_', ' '), MarkdownTable.codes(each.mediaTypes()));
        }
        return table.toString();
    }
}
