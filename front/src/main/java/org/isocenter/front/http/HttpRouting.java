/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.isocenter.front.replica.Service;

/** Which service performs a request, by its method and path (PS3.18 9, 10). */
final class HttpRouting {

    private static final String ROOT = "/dicom-web";

    /** PS3.18 9: WADO-URI, which is below the root too. */
    private static final String URI_SERVICE = "/wado";

    /** PS3.18 13.1.1: who judged knows the result. */
    private static final String COMMITMENTS = ROOT + "/commitment-requests/";

    /** PS3.18 10.6.1.1: the resources of searches, and those that count what they would find. */
    private static final List<Pattern> SEARCHES = List.of(
            Pattern.compile(ROOT + "/(studies|series|instances)(/count)?"),
            Pattern.compile(ROOT + "/studies/size"),
            Pattern.compile(ROOT + "/studies/[^/]+/(series|instances)(/count)?"),
            Pattern.compile(ROOT + "/studies/[^/]+/series/[^/]+/instances(/count)?"));

    /** What rejects and restores (docs/deletion.md). */
    private static final Pattern REJECTION =
            Pattern.compile(ROOT + "/studies/[^/]+(/series/[^/]+(/instances/[^/]+)?)?/reject/[^/]+");

    /** PS3.18 11: work items, and the event channels of who subscribed to them. */
    private static final Pattern WORKLIST = Pattern.compile(ROOT + "/(workitems|(ws/)?subscribers)(/.*)?");

    /** Corrections of studies and of patients (docs/corrections.md). */
    private static final Pattern CORRECTIONS = Pattern.compile("/api/v1/(studies/[^/]+|patients)/corrections(/.*)?");

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
        if (resource.equals(URI_SERVICE)) {
            return method.equals("GET") || method.equals("HEAD") ? Optional.of(Service.RETRIEVE) : Optional.empty();
        }
        if (CORRECTIONS.matcher(resource).matches()) {
            return Optional.of(Service.LIFECYCLE);
        }
        if (!resource.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        if (WORKLIST.matcher(resource).matches()) {
            return Optional.of(Service.LIFECYCLE);
        }
        return switch (method) {
            case "OPTIONS" -> Optional.of(Service.QUERY);
            case "GET", "HEAD" -> Optional.of(reader(resource));
            case "DELETE" -> Optional.of(Service.RETRIEVE);
            case "POST" -> Optional.of(REJECTION.matcher(resource).matches() ? Service.RETRIEVE : Service.INGEST);
            default -> Optional.of(Service.INGEST);
        };
    }

    private static Service reader(String resource) {
        if (resource.startsWith(COMMITMENTS)) {
            return Service.INGEST;
        }
        return isSearch(resource) ? Service.QUERY : Service.RETRIEVE;
    }

    private static boolean isSearch(String resource) {
        return SEARCHES.stream().anyMatch(each -> each.matcher(resource).matches());
    }
}
