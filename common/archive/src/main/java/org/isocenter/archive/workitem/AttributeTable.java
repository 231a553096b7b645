/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.archive.workitem.AttributeRule.AtEnd;
import org.isocenter.archive.workitem.AttributeRule.OnCreate;
import org.isocenter.archive.workitem.AttributeRule.OnSet;
import org.isocenter.dicom.dict.Dictionary;

/** PS3.4 table CC.2.5-3, read from {@code attributes.csv}. Immutable. */
final class AttributeTable {

    static final AttributeTable INSTANCE = new AttributeTable();

    private final List<AttributeRule> rules = new ArrayList<>();
    private final Map<List<Integer>, Map<Integer, AttributeRule>> byParent = new HashMap<>();

    private AttributeTable() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AttributeTable.class.getResourceAsStream("attributes.csv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = line.split(";");
        List<Integer> path = new ArrayList<>();
        for (String keyword : columns[0].split("\\.")) {
            int tag = Dictionary.tagForKeyword(keyword);
            if (tag == -1) {
                throw new IllegalStateException("no keyword: " + keyword);
            }
            path.add(tag);
        }
        boolean isReturned = columns[4].equals("1") || columns[4].equals("2");
        AttributeRule rule =
                new AttributeRule(path, onCreate(columns[1]), onSet(columns[2]), atEnd(columns[3]), isReturned);
        rules.add(rule);
        byParent.computeIfAbsent(rule.parent(), parent -> new LinkedHashMap<>()).put(rule.tag(), rule);
    }

    List<AttributeRule> rules() {
        return List.copyOf(rules);
    }

    /** The rules of the attributes directly in the data set (an empty path) or in items of a sequence, by tag. */
    Map<Integer, AttributeRule> within(List<Integer> path) {
        return byParent.getOrDefault(path, Map.of());
    }

    private static OnCreate onCreate(String code) {
        return switch (code) {
            case "1" -> OnCreate.VALUE;
            case "2" -> OnCreate.PRESENT;
            case "3" -> OnCreate.AT_WILL;
            case "0" -> OnCreate.EMPTY;
            case "-" -> OnCreate.NOT_ALLOWED;
            case "*" -> OnCreate.BY_US;
            default -> throw new IllegalStateException("create: " + code);
        };
    }

    private static OnSet onSet(String code) {
        return switch (code) {
            case "1" -> OnSet.VALUE;
            case "2" -> OnSet.PRESENT;
            case "3" -> OnSet.NOT_EMPTIED;
            case "4" -> OnSet.AT_WILL;
            case "-" -> OnSet.NOT_ALLOWED;
            case "*" -> OnSet.BY_US;
            default -> throw new IllegalStateException("set: " + code);
        };
    }

    private static AtEnd atEnd(String code) {
        return switch (code) {
            case "R" -> AtEnd.ALWAYS;
            case "P" -> AtEnd.COMPLETED;
            case "p" -> AtEnd.COMPLETED_MAY_BE_EMPTY;
            case "X", "X*" -> AtEnd.CANCELED;
            case "O" -> AtEnd.AT_WILL;
            default -> throw new IllegalStateException("final state: " + code);
        };
    }
}
