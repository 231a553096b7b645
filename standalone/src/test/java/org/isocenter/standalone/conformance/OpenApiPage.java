/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** docs/openapi.yaml, of which OPTIONS answers too; RoutesTest holds its paths against the routes of the services. */
final class OpenApiPage {

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "options");

    private final Map<String, Object> document;

    private OpenApiPage(Map<String, Object> document) {
        this.document = document;
    }

    /** One method of one resource; parameters are those of the query. */
    record Operation(
            String tag,
            String method,
            String path,
            String id,
            String summary,
            List<String> parameters,
            List<String> requestTypes,
            Map<String, List<String>> responses) {}

    static OpenApiPage read() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000); // many paths have the same parameters
        return new OpenApiPage(
                new Yaml(options).load(ConformancePages.read(ConformancePages.file("docs/openapi.yaml"))));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, value) -> {
            if (METHODS.contains(method)) {
                operations.add(operation(path, method, map(value)));
            }
        }));
        return operations;
    }

    private Operation operation(String path, String method, Map<String, Object> operation) {
        List<String> parameters = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> parameter = resolved(each);
                if ("query".equals(parameter.get("in"))) {
                    parameters.add(String.valueOf(parameter.get("name")));
                }
            }
        }
        Map<String, List<String>> responses = new LinkedHashMap<>();
        map(operation.get("responses")).forEach((status, response) -> responses.put(status, mediaTypes(response)));
        return new Operation(
                String.valueOf(((List<?>) operation.get("tags")).get(0)),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                String.valueOf(operation.get("operationId")),
                String.valueOf(operation.get("summary")),
                parameters,
                mediaTypes(operation.get("requestBody")),
                responses);
    }

    private List<String> mediaTypes(Object holder) {
        return List.copyOf(map(resolved(holder).get("content")).keySet());
    }

    private Map<String, Object> resolved(Object value) {
        Map<String, Object> found = map(value);
        Object reference = found.get("$ref");
        if (reference == null) {
            return found;
        }
        Map<String, Object> at = document;
        for (String name : reference.toString().substring("#/".length()).split("/")) {
            at = map(at.get(name));
        }
        return at;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, each) -> map.put(String.valueOf(key), each));
        }
        return map;
    }
}
