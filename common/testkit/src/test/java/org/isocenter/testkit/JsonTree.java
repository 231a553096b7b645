/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** JSON as maps, lists, strings and numbers, and how two DICOM JSON objects differ. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // pydicom writes not-a-number as a bare word.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonTree() {}

    static Map<?, ?> parseObject(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return (Map<?, ?>) value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> all = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                all.add(value(parser));
            }
            return all;
        }
        return token == JsonToken.VALUE_NULL ? null : new Leaf(parser.getText(), token.isNumeric());
    }

    /** A string or number with its own digits. */
    record Leaf(String text, boolean numeric) {}

    /** Compares leaves of one VR. */
    interface LeafRule {
        boolean agree(String vr, Leaf reference, Leaf ours);
    }

    /** Returns the places where two objects differ, as paths of tags with the two sides. */
    static List<String> differences(Map<?, ?> reference, Map<?, ?> ours, LeafRule rule) {
        List<String> differences = new ArrayList<>();
        compareObjects("", reference, ours, rule, differences);
        return differences;
    }

    private static void compareObjects(
            String path, Map<?, ?> reference, Map<?, ?> ours, LeafRule rule, List<String> differences) {
        TreeSet<String> names = new TreeSet<>();
        reference.keySet().forEach(name -> names.add((String) name));
        ours.keySet().forEach(name -> names.add((String) name));
        for (String name : names) {
            Object left = reference.get(name);
            Object right = ours.get(name);
            if (!(left instanceof Map<?, ?> element) || !(right instanceof Map<?, ?> ourElement)) {
                differences.add(path + "/" + name + ": " + brief(left) + " | " + brief(right));
                continue;
            }
            String vr = String.valueOf(leafText(element.get("vr")));
            // A sequence written with VR UN (PS3.5 6.2.2) is opaque to DCMTK and a sequence to us.
            if (vr.equals("UN") && "SQ".equals(leafText(ourElement.get("vr")))) {
                continue;
            }
            compare(path + "/" + name, vr, element, ourElement, rule, differences);
        }
    }

    private static void compare(
            String path, String vr, Object reference, Object ours, LeafRule rule, List<String> differences) {
        if (reference instanceof Map<?, ?> left && ours instanceof Map<?, ?> right) {
            if (!left.isEmpty() && left.keySet().stream().allMatch(name -> ((String) name).matches("[0-9A-F]{8}"))) {
                compareObjects(path, left, right, rule, differences);
                return;
            }
            TreeSet<String> names = new TreeSet<>();
            left.keySet().forEach(name -> names.add((String) name));
            right.keySet().forEach(name -> names.add((String) name));
            for (String name : names) {
                compare(path + "." + name, vr, left.get(name), right.get(name), rule, differences);
            }
        } else if (reference instanceof List<?> left && ours instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", vr, left.get(i), right.get(i), rule, differences);
            }
        } else if (reference instanceof Leaf left && ours instanceof Leaf right) {
            if (!rule.agree(vr, left, right)) {
                differences.add(path + " " + vr + ": " + brief(left) + " | " + brief(right));
            }
        } else if (!Objects.equals(reference, ours)) {
            differences.add(path + " " + vr + ": " + brief(reference) + " | " + brief(ours));
        }
    }

    private static String leafText(Object leaf) {
        return leaf instanceof Leaf text ? text.text() : null;
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
