/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The interface of all services together, read from {@code docs/openapi.yaml}, which lies in this library: so every service can say what the
 * whole archive does, whichever of them is asked.
 */
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch");
    private static final Map<String, String> TYPES =
            Map.of("string", "xs:string", "integer", "xs:int", "boolean", "xs:boolean", "number", "xs:double");

    /** The page is ours: many paths have the same parameters and responses. */
    private static final int MAX_ALIASES = 10_000;

    private final Map<String, Object> document;

    private ApiDescription(Map<String, Object> document) {
        this.document = document;
    }

    /** The root of all paths. */
    static ApiResource read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IOException("openapi.yaml is not there");
            }
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MAX_ALIASES);
            return new ApiDescription(map(new Yaml(new SafeConstructor(options)).load(in))).resources();
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the interface cannot be read", e);
        }
    }

    private ApiResource resources() {
        ApiResource root = new ApiResource("");
        map(document.get("paths")).forEach((path, item) -> root.add(path, operations(map(item))));
        return root;
    }

    private List<ApiOperation> operations(Map<String, Object> item) {
        List<ApiParameter> shared = parameters(item.get("parameters"));
        List<ApiOperation> operations = new ArrayList<>();
        item.forEach((method, value) -> {
            if (METHODS.contains(method)) {
                Map<String, Object> operation = map(value);
                List<ApiParameter> parameters = new ArrayList<>(shared);
                parameters.addAll(parameters(operation.get("parameters")));
                parameters.removeIf(each -> each.style().equals("template"));
                operations.add(new ApiOperation(
                        method.toUpperCase(Locale.ROOT),
                        String.valueOf(operation.getOrDefault("operationId", "")),
                        String.valueOf(operation.getOrDefault("summary", "")),
                        List.copyOf(parameters),
                        mediaTypes(operation.get("requestBody")),
                        responses(map(operation.get("responses")))));
            }
        });
        return operations;
    }

    private Map<String, List<String>> responses(Map<String, Object> described) {
        Map<String, List<String>> responses = new LinkedHashMap<>();
        described.forEach((status, response) -> responses.put(status, mediaTypes(response)));
        return responses;
    }

    private List<String> mediaTypes(Object holder) {
        return List.copyOf(map(resolved(holder).get("content")).keySet());
    }

    private List<ApiParameter> parameters(Object described) {
        List<ApiParameter> parameters = new ArrayList<>();
        if (described instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> parameter = resolved(each);
                Map<String, Object> schema = map(parameter.get("schema"));
                Object defaultValue = schema.get("default");
                parameters.add(new ApiParameter(
                        String.valueOf(parameter.get("name")),
                        "path".equals(parameter.get("in")) ? "template" : String.valueOf(parameter.get("in")),
                        Boolean.TRUE.equals(parameter.get("required")),
                        TYPES.getOrDefault(String.valueOf(schema.get("type")), "xs:string"),
                        defaultValue == null ? null : defaultValue.toString()));
            }
        }
        return parameters;
    }

    /** What it is, or what it refers to within the document. */
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
