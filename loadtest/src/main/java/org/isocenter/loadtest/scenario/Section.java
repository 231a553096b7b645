/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** A mapping of a scenario file that knows where it stands and complains about keys that nobody asked for. Not thread-safe. */
final class Section {

    private static final int CLOSE = 3;

    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String path, JsonNode node) {
        if (!node.isObject()) {
            throw new ScenarioException((path.isEmpty() ? "the scenario" : path)
                    + " must be a mapping of keys and values, written as 'key: value' lines");
        }
        this.path = path;
        this.node = node;
    }

    boolean has(String key) {
        known.add(key);
        return node.hasNonNull(key);
    }

    /** Complains with the name of a key. */
    ScenarioException wrong(String key, String remedy) {
        return new ScenarioException(name(key) + ": " + remedy);
    }

    String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String text(String key) {
        if (!has(key)) {
            throw wrong(key, "is missing");
        }
        return text(key, null);
    }

    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!node.get(key).isValueNode()) {
            throw wrong(key, "must be a single value");
        }
        return Variables.expand(name(key), node.get(key).asText());
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, null);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "'" + text + "' is no whole number; write one from " + least + " to " + most);
        }
        throw wrong(key, text + " is out of range; write a number from " + least + " to " + most);
    }

    double decimal(String key, double otherwise) {
        String text = text(key, null);
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "'" + text + "' is no number");
        }
        throw wrong(key, "must not be negative");
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "'" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    Duration duration(String key, Duration otherwise) {
        String text = text(key, null);
        return text == null ? otherwise : Units.duration(name(key), text);
    }

    /** Requests in a second, or -1. */
    double rate(String key) {
        String text = text(key, null);
        return text == null ? -1 : Units.rate(name(key), text);
    }

    /** A mapping, or null. */
    Section section(String key) {
        return has(key) ? new Section(name(key), node.get(key)) : null;
    }

    /** A list of mappings, empty when it is not there. */
    List<Section> sections(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!node.get(key).isArray()) {
            throw wrong(key, "must be a list, each entry beginning with '- '");
        }
        List<Section> sections = new ArrayList<>();
        for (JsonNode each : node.get(key)) {
            sections.add(new Section(name(key) + "[" + sections.size() + "]", each));
        }
        return sections;
    }

    /** All keys, for mappings of which the keys are data. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Complains about a key that has no meaning, and says which was meant. */
    void end() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String meant = Collections.min(known, (a, b) -> distance(a, key) - distance(b, key));
                throw wrong(
                        key,
                        "there is no such key; "
                                + (distance(meant, key) <= CLOSE
                                        ? "did you mean " + meant + "?"
                                        : "here may stand " + String.join(", ", known)));
            }
        }
    }

    /** Levenshtein's distance. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], before[j]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
