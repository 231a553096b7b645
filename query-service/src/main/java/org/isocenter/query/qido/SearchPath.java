/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.List;
import java.util.Map;

import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.vertx.core.http.HttpServerRequest;

/**
 * What the path of a search says.
 *
 * @param level of the results
 * @param study UID of the study, or null
 * @param series UID of the series, or null
 */
record SearchPath(Level level, String study, String series) {

    /**
     * Checks the UIDs.
     *
     * @throws org.isocenter.service.http.ProblemException if one is none
     */
    SearchPath {
        if ((study != null && !DicomWeb.isUid(study)) || (series != null && !DicomWeb.isUid(series))) {
            throw Problem.of(400, "The path does not hold UIDs").toException();
        }
    }

    /** Without what the router cut out of the path and put among the parameters. */
    List<Map.Entry<String, String>> parametersOf(HttpServerRequest request) {
        return request.params().entries().stream()
                .filter(each ->
                        !(each.getKey().equals("study") && each.getValue().equals(study)))
                .filter(each ->
                        !(each.getKey().equals("series") && each.getValue().equals(series)))
                .toList();
    }

    /** The search of the path and its parameters. */
    Query query(SearchRequest request) {
        return request.query(level, study, series);
    }
}
