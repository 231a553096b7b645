/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.query.qido.SearchRequest;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/** Query strings of QIDO-RS (PS3.18 8.3.4), matched against an image. */
public final class QueryFuzz {

    private static final Attributes IMAGE =
            SyntheticStudy.of(SyntheticKind.CT, 1).withSize(8, 8).instance(0, 0);

    private QueryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Check.run(input, () -> {
            SearchRequest request = SearchRequest.of(parameters(new String(input, StandardCharsets.UTF_8)));
            for (Level level : Level.values()) {
                Query query = Query.of(level, request.keys(), request.options());
                Stream.of(query.study(), query.series(), query.instance())
                        .flatMap(List::stream)
                        .forEach(each -> each.matches(IMAGE));
            }
        });
    }

    private static List<Map.Entry<String, String>> parameters(String query) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.add(Map.entry(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1))));
        }
        return parameters;
    }

    /** Undecodable text is refused before it comes to the search. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
