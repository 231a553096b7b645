/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.isocenter.front.replica.Service;

/** Which service performs a request, by its method and path (PS3.18 10). */
final class HttpRouting {

    private static final String ROOT = "/dicom-web";

    /** PS3.18 10.6.1.1: the resources of searches, and those that count what they would find. */
    private static final List<Pattern> SEARCHES = List.of(
            Pattern.compile(ROOT + "/(studies|series|instances)(/count)?"),
            Pattern.compile(ROOT + "/studies/size"),
            Pattern.compile(ROOT + "/studies/[^/]+/(series|instances)(/count)?"),
            Pattern.compile(ROOT + "/studies/[^/]+/series/[^/]+/instances(/count)?"));

    private HttpRouting() {}

    /**
     * The service, or none if nobody serves the path.
     *
     * @param method of the request; for a preflight request (OPTIONS) the method that it asks for
     * @param path without the query
     */
    static Optional<Service> service(String method, String path) {
        String resource = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (method.equals("OPTIONS") && (resource.equals("/") || resource.equals(ROOT))) {
            return Optional.of(Service.QUERY); // PS3.18 8.9: each service describes the whole archive
        }
        if (!resource.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        return switch (method) {
            case "OPTIONS" -> Optional.of(Service.QUERY);
            case "GET", "HEAD" -> Optional.of(isSearch(resource) ? Service.QUERY : Service.RETRIEVE);
            default -> Optional.of(Service.INGEST);
        };
    }

    private static boolean isSearch(String resource) {
        return SEARCHES.stream().anyMatch(each -> each.matcher(resource).matches());
    }
}
