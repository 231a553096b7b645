/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.query.match.InvalidQueryException;
import org.isocenter.query.match.MatchOptions;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;

/**
 * The parameters of a search (PS3.18 8.3.4).
 *
 * @param keys matching keys as an identifier
 * @param included attributes wanted besides the default ones
 * @param all whether every attribute is wanted
 * @param fuzzy whether person names match approximately
 * @param offset results to skip
 * @param limit results wanted at most, or -1
 */
record SearchRequest(Attributes keys, Set<Integer> included, boolean all, boolean fuzzy, int offset, int limit) {

    private static final Set<String> IGNORED =
            Set.of("accept", "charset", "emptyvaluematching", "multiplevaluematching");

    /** Reads parameters, names and values decoded, in their order. */
    static SearchRequest of(List<Map.Entry<String, String>> parameters) {
        Attributes keys = new Attributes();
        keys.setSpecificCharacterSet("ISO_IR 192");
        Set<Integer> included = new TreeSet<>(Integer::compareUnsigned);
        boolean all = false;
        boolean fuzzy = false;
        int offset = 0;
        int limit = -1;
        for (Map.Entry<String, String> parameter : parameters) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            switch (name) {
                case "includefield" -> {
                    all |= value.equals("all");
                    include(value, keys, included);
                }
                case "fuzzymatching" -> fuzzy = flag(name, value);
                case "offset" -> offset = number(name, value);
                case "limit" -> limit = number(name, value);
                default -> {
                    if (!IGNORED.contains(name)) {
                        included.add(addKey(keys, name, value));
                    }
                }
            }
        }
        return new SearchRequest(keys, included, all, fuzzy, offset, limit);
    }

    private static void include(String value, Attributes keys, Set<Integer> included) {
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
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InvalidQueryException(name + " is a number from 0 on");
    }

    /** The search itself; the path's UIDs go before those of the parameters. */
    Query query(Level level, String studyInstanceUid, String seriesInstanceUid) {
        if (studyInstanceUid != null) {
            keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        }
        if (seriesInstanceUid != null) {
            keys.setString(Tag.SeriesInstanceUID, seriesInstanceUid);
        }
        return Query.of(level, keys, new MatchOptions(fuzzy, true));
    }

    /** Whether the default attributes are enough. */
    boolean wantsDefaults(Set<Integer> defaults) {
        return !all && defaults.containsAll(included);
    }
}
