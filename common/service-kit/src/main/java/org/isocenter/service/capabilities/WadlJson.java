/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Capabilities Description as JSON: the elements and attributes of the WADL document by their names, elements that repeat as arrays. */
final class WadlJson {

    private WadlJson() {}

    /** The document, see {@link WadlXml#write}. */
    static Map<String, Object> of(String base, String parent, List<ApiResource> resources) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("base", base);
        all.put(
                "resource",
                resources.stream()
                        .map(each -> resource(parent + each.segment(), each))
                        .toList());
        return Map.of("application", Map.of("resources", all));
    }

    private static Map<String, Object> resource(String path, ApiResource resource) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("path", path);
        put(
                written,
                "method",
                resource.operations().stream().map(WadlJson::operation).toList());
        put(
                written,
                "resource",
                resource.children().stream()
                        .map(child -> resource(child.segment(), child))
                        .toList());
        return written;
    }

    private static Map<String, Object> operation(ApiOperation operation) {
        Map<String, Object> request = new LinkedHashMap<>();
        put(
                request,
                "param",
                operation.parameters().stream().map(WadlJson::parameter).toList());
        put(request, "representation", representations(operation.requestTypes()));
        List<Map<String, Object>> responses = new ArrayList<>();
        operation.responses().forEach((status, mediaTypes) -> {
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("status", status);
            put(response, "representation", representations(mediaTypes));
            responses.add(response);
        });
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", operation.method());
        written.put("id", operation.id());
        written.put("doc", Map.of("title", operation.title()));
        written.put("request", request);
        written.put("response", responses);
        return written;
    }

    private static Map<String, Object> parameter(ApiParameter parameter) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", parameter.name());
        written.put("style", parameter.style());
        written.put("type", parameter.type());
        written.put("required", parameter.required());
        if (parameter.defaultValue() != null) {
            written.put("default", parameter.defaultValue());
        }
        return written;
    }

    private static List<Map<String, Object>> representations(List<String> mediaTypes) {
        return mediaTypes.stream()
                .map(mediaType -> Map.<String, Object>of("mediaType", mediaType))
                .toList();
    }

    private static void put(Map<String, Object> target, String name, List<?> values) {
        if (!values.isEmpty()) {
            target.put(name, values);
        }
    }
}
