/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource with those below it. Built once, then not changed. */
final class ApiResource {

    private final String segment;
    private final Map<String, ApiResource> children = new LinkedHashMap<>();
    private final List<ApiOperation> operations = new ArrayList<>();

    /**
     * A resource without others.
     *
     * @param segment its part of the path, in braces if it is a parameter
     */
    ApiResource(String segment) {
        this.segment = segment;
    }

    String segment() {
        return segment;
    }

    List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    List<ApiResource> children() {
        return List.copyOf(children.values());
    }

    boolean isParameter() {
        return segment.startsWith("{");
    }

    /** Adds operations at a path below this one, and the resources on the way. */
    void add(String path, List<ApiOperation> added) {
        ApiResource resource = this;
        for (String each : segments(path)) {
            resource = resource.children.computeIfAbsent(each, ApiResource::new);
        }
        resource.operations.addAll(added);
    }

    /** The resources on the way to a path, the last one last; empty if there is none. */
    Optional<List<ApiResource>> find(String path) {
        List<ApiResource> way = new ArrayList<>();
        ApiResource resource = this;
        for (String each : segments(path)) {
            ApiResource next = resource.child(each);
            if (next == null && resource.takesTheRest()) {
                break;
            }
            if (next == null) {
                return Optional.empty();
            }
            way.add(next);
            resource = next;
        }
        return Optional.of(way);
    }

    private ApiResource child(String name) {
        ApiResource literal = children.get(name);
        return literal != null
                ? literal
                : children.values().stream()
                        .filter(ApiResource::isParameter)
                        .findFirst()
                        .orElse(null);
    }

    /** A path as parameter has any number of segments. */
    private boolean takesTheRest() {
        return segment.equals("{path}");
    }

    /** The value of the header Allow (RFC 9110 10.2.1). */
    String allowed() {
        Set<String> methods = new LinkedHashSet<>();
        for (ApiOperation operation : operations) {
            methods.add(operation.method());
            if (operation.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(each -> !each.isEmpty()).toList();
    }
}
