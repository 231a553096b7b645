/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchOptions;

/**
 * The parameters of a search (PS3.18 8.3.4).
 *
 * @param keys matching keys as an identifier
 * @param included attributes wanted besides the default ones
 * @param all whether every attribute is wanted
 * @param options how keys are matched
 * @param offset results to skip
 * @param limit results wanted at most, or -1
 * @param orderBy the order as it was asked for, or empty
 * @param after the place after which results begin as it was given, or empty
 */
public record SearchRequest(
        Attributes keys,
        Set<Integer> included,
        boolean all,
        MatchOptions options,
        int offset,
        int limit,
        String orderBy,
        String after) {

    /**
     * Reads parameters, names and values decoded, in their order.
     *
     * @throws InvalidQueryException if one is unknown, stands twice (PS3.18 8.3.4: only includefield may) or has no sense
     */
    public static SearchRequest of(List<Map.Entry<String, String>> parameters) {
        Attributes keys = new Attributes();
        keys.setSpecificCharacterSet("ISO_IR 192");
        Set<Integer> included = new TreeSet<>(Integer::compareUnsigned);
        boolean all = false;
        boolean fuzzy = false;
        boolean emptyValues = false;
        boolean multipleValues = false;
        int offset = 0;
        int limit = -1;
        String orderBy = "";
        String after = "";
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, String> parameter : parameters) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            if (!name.equals(SearchParameters.INCLUDE_FIELD) && !seen.add(canonical(name))) {
                throw new InvalidQueryException(known(name) + " is given twice");
            }
            switch (name) {
                case SearchParameters.INCLUDE_FIELD -> {
                    all |= List.of(value.split(",")).contains("all");
                    include(value, included);
                }
                case SearchParameters.FUZZY_MATCHING -> fuzzy = flag(name, value);
                case SearchParameters.EMPTY_VALUE_MATCHING -> emptyValues = flag(name, value);
                case SearchParameters.MULTIPLE_VALUE_MATCHING -> multipleValues = flag(name, value);
                case SearchParameters.OFFSET -> offset = number(name, value);
                case SearchParameters.LIMIT -> limit = number(name, value);
                case SearchParameters.ORDER_BY -> orderBy = value;
                case SearchParameters.AFTER -> after = value;
                case SearchParameters.ACCEPT, SearchParameters.CHARSET -> {
                    // negotiated before (PS3.18 8.3.3)
                }
                default -> included.add(addKey(keys, name, value));
            }
        }
        MatchOptions options = new MatchOptions(fuzzy, true, emptyValues, multipleValues);
        return new SearchRequest(keys, included, all, options, offset, limit, orderBy, after);
    }

    /** One name for an attribute, whether it is given by keyword or by tag, also within sequences. */
    private static String canonical(String path) {
        return Arrays.stream(path.split("\\.", -1))
                .map(SearchRequest::canonicalName)
                .collect(Collectors.joining("."));
    }

    private static String canonicalName(String name) {
        int tag = Dictionary.tagForKeyword(name);
        return tag == -1 ? name.toUpperCase(Locale.ROOT) : String.format("%08X", tag);
    }

    /** The name if it is a word of the standard; another may hold anything and is not repeated. */
    private static String known(String name) {
        boolean attribute = Dictionary.tagForKeyword(name) != -1 || name.matches("[0-9A-Fa-f]{8}");
        return attribute || SearchParameters.NAMES.contains(name) ? name : "A parameter";
    }

    private static void include(String value, Set<Integer> included) {
        for (String name : value.split(",")) {
            if (!name.equals("all") && !name.isBlank()) {
                included.add(tag(name.strip().split("\\.")[0]));
            }
        }
    }

    /** Returns the outermost attribute. */
    private static int addKey(Attributes keys, String path, String value) {
        List<Integer> tags = new ArrayList<>();
        for (String name : path.split("\\.", -1)) {
            tags.add(tag(name));
        }
        Attributes item = keys;
        for (int tag : tags.subList(0, tags.size() - 1)) {
            Sequence sequence = item.getSequence(tag);
            if (sequence == null) {
                sequence = item.newSequence(tag);
                sequence.add(new Attributes());
            }
            item = sequence.get(0);
        }
        int tag = tags.get(tags.size() - 1);
        VR vr = Dictionary.vrOf(tag);
        if (vr == VR.SQ) {
            if (!value.isEmpty()) {
                throw new InvalidQueryException("The sequence " + path + " has no value of its own");
            }
            item.newSequence(tag);
        } else if (vr == VR.UI) {
            item.setString(tag, vr, value.split("[,\\\\]"));
        } else if (vr.isText()) {
            item.setString(tag, vr, value.split("\\\\"));
        } else {
            setNumber(item, tag, vr, path, value);
        }
        return tags.get(0);
    }

    private static void setNumber(Attributes item, int tag, VR vr, String path, String value) {
        try {
            if (value.isEmpty()) {
                item.setNull(tag, vr);
            } else {
                item.setDouble(tag, vr, Double.parseDouble(value));
            }
        } catch (NumberFormatException e) {
            throw new InvalidQueryException("The value of " + path + " is no number");
        }
    }

    private static int tag(String name) {
        if (name.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(name, 16);
        }
        int tag = Dictionary.tagForKeyword(name);
        if (tag == -1) {
            throw new InvalidQueryException("There is no parameter or attribute of the name given");
        }
        return tag;
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

    /** The search itself; the path's UIDs go before those of the parameters. */
    Query query(Level level, String studyInstanceUid, String seriesInstanceUid) {
        if (studyInstanceUid != null) {
            keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        }
        if (seriesInstanceUid != null) {
            keys.setString(Tag.SeriesInstanceUID, seriesInstanceUid);
        }
        return Query.of(level, keys, options);
    }

    /** Whether the default attributes are enough. */
    boolean wantsDefaults(Set<Integer> defaults) {
        return !all && defaults.containsAll(included);
    }
}
