/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchOptions;

/**
 * The parameters of Search (PS3.18 11.9, 8.3.4).
 *
 * @param keys matching keys as an identifier
 * @param criteria what they ask
 * @param included attributes wanted besides the usual ones
 * @param all whether every attribute is wanted
 * @param isLiteral whether names were to be matched fuzzily and are not, for they have wildcards
 * @param offset results to skip
 * @param limit results wanted at most, or -1
 */
record WorkitemQuery(
        Attributes keys,
        List<Criterion> criteria,
        Set<Integer> included,
        boolean all,
        boolean isLiteral,
        int offset,
        int limit) {

    /**
     * Reads parameters, names and values decoded.
     *
     * @throws InvalidQueryException if one is unknown, stands twice or has no sense
     */
    static WorkitemQuery of(List<Map.Entry<String, String>> parameters) {
        SearchKeys keys = new SearchKeys();
        Set<Integer> included = new TreeSet<>(Integer::compareUnsigned);
        boolean all = false;
        boolean fuzzy = false;
        boolean emptyValues = false;
        boolean multipleValues = false;
        int offset = 0;
        int limit = -1;
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, String> parameter : parameters) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            switch (name) {
                case "includefield" -> {
                    all |= List.of(value.split(",")).contains("all");
                    include(value, included);
                }
                case "fuzzymatching" -> fuzzy = flag(once(name, seen), value);
                case "emptyvaluematching" -> emptyValues = flag(once(name, seen), value);
                case "multiplevaluematching" -> multipleValues = flag(once(name, seen), value);
                case "offset" -> offset = number(once(name, seen), value);
                case "limit" -> limit = number(once(name, seen), value);
                case "accept", "charset" -> {
                    // negotiated elsewhere (PS3.18 8.3.3)
                }
                default -> keys.add(name, value);
            }
        }
        included.addAll(keys.outermost());
        List<Criterion> criteria = Criteria.of(keys.keys(), new MatchOptions(fuzzy, true, emptyValues, multipleValues));
        boolean isLiteral = fuzzy && criteria.stream().anyMatch(Criterion.Name.class::isInstance);
        return new WorkitemQuery(keys.keys(), criteria, included, all, isLiteral, offset, limit);
    }

    private static String once(String name, Set<String> seen) {
        if (!seen.add(name)) {
            throw new InvalidQueryException(name + " is given twice");
        }
        return name;
    }

    private static void include(String value, Set<Integer> included) {
        for (String name : value.split(",")) {
            if (!name.equals("all") && !name.isBlank()) {
                included.add(SearchKeys.tag(name.strip().split("\\.")[0]));
            }
        }
    }

    private static boolean flag(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidQueryException(name + " is true or false");
        }
        return value.equals("true");
    }

    private static int number(String name, String value) {
        if (!value.matches("[0-9]+")) {
            throw new InvalidQueryException(name + " is a number from 0 on");
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE; // more than there can be
        }
    }
}
