/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.isocenter.dicom.charset.SpecificCharacterSet;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.query.index.DefaultAttributes;
import org.isocenter.query.index.SortKey;
import org.isocenter.query.search.AttributeLevels;
import org.isocenter.query.search.Level;

/** What is matched, returned and ordered by; and the character sets. */
final class AttributeTables {

    /** Defined terms of PS3.3 C.12.1.1.2. */
    private static final List<String> TERMS = List.of(
            "",
            "ISO_IR 6",
            "ISO_IR 100",
            "ISO_IR 101",
            "ISO_IR 109",
            "ISO_IR 110",
            "ISO_IR 144",
            "ISO_IR 127",
            "ISO_IR 126",
            "ISO_IR 138",
            "ISO_IR 148",
            "ISO_IR 203",
            "ISO_IR 13",
            "ISO_IR 166",
            "ISO_IR 192",
            "GB18030",
            "GBK",
            "ISO 2022 IR 6",
            "ISO 2022 IR 100",
            "ISO 2022 IR 101",
            "ISO 2022 IR 109",
            "ISO 2022 IR 110",
            "ISO 2022 IR 144",
            "ISO 2022 IR 127",
            "ISO 2022 IR 126",
            "ISO 2022 IR 138",
            "ISO 2022 IR 148",
            "ISO 2022 IR 203",
            "ISO 2022 IR 13",
            "ISO 2022 IR 166",
            "ISO 2022 IR 87",
            "ISO 2022 IR 159",
            "ISO 2022 IR 149",
            "ISO 2022 IR 58");

    private AttributeTables() {}

    static Map<String, String> all() {
        return Map.of(
                "keys", keys(),
                "default-attributes", defaults(),
                "order-keys", order(),
                "character-sets", characterSets());
    }

    private static String keys() {
        MarkdownTable table = new MarkdownTable("Level", "Attribute", "Tag", "VR");
        Map<Integer, Integer> known = new TreeMap<>(Integer::compareUnsigned);
        for (int tag : tags()) {
            known.put(tag, tag);
        }
        for (Level level : List.of(Level.PATIENT, Level.STUDY, Level.SERIES)) {
            known.keySet().stream()
                    .filter(tag -> AttributeLevels.of(tag) == level)
                    .forEach(tag -> table.row(
                            level.name(),
                            MarkdownTable.code(name(tag)),
                            tag(tag),
                            Dictionary.vrOf(tag).name()));
        }
        return table.row("IMAGE", "every other attribute of the data set", "-", "-")
                .toString();
    }

    /** Every tag that the dictionary has a constant of. */
    private static List<Integer> tags() {
        List<Integer> tags = new ArrayList<>();
        for (Field field : Tag.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                try {
                    tags.add(field.getInt(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return tags;
    }

    private static String defaults() {
        MarkdownTable table = new MarkdownTable("Result of", "Always, empty without a value", "Where there is a value");
        Attributes full = new Attributes();
        for (int tag : tags()) {
            VR vr = Dictionary.vrOf(tag);
            if (vr == VR.SQ) {
                full.newSequence(tag).add(new Attributes());
            } else if (vr.isText()) {
                full.setString(tag, vr, "1");
            } else if (!vr.isBulk() && (tag & 0xFFFF) != 0) {
                full.setDouble(tag, vr, 1);
            }
        }
        Attributes none = new Attributes();
        row(table, "a search of studies", DefaultAttributes.ofStudy(none), DefaultAttributes.ofStudy(full));
        row(
                table,
                "a search of the series of a study",
                DefaultAttributes.ofSeries(none, false),
                DefaultAttributes.ofSeries(full, false));
        row(
                table,
                "a search of the instances of a series",
                DefaultAttributes.ofInstance(none, false, false),
                DefaultAttributes.ofInstance(full, false, false));
        return table.toString();
    }

    private static void row(MarkdownTable table, String what, Attributes always, Attributes filled) {
        Set<String> there = names(always);
        Set<String> more = names(filled);
        more.removeAll(there);
        there.add(name(Tag.RetrieveURL));
        table.row(what, MarkdownTable.codes(there), MarkdownTable.codes(more));
    }

    private static Set<String> names(Attributes attributes) {
        Set<String> names = new TreeSet<>();
        for (int tag : attributes.tags()) {
            names.add(name(tag));
        }
        return names;
    }

    private static String order() {
        MarkdownTable table = new MarkdownTable("Attribute", "Results of");
        for (SortKey each : SortKey.values()) {
            if (SortKey.of(each.tag()).filter(each::equals).isPresent()) {
                Level level = AttributeLevels.of(each.tag());
                table.row(
                        MarkdownTable.code(name(each.tag())),
                        switch (level) {
                            case PATIENT, STUDY -> "studies, series, instances";
                            case SERIES -> "series, instances";
                            case IMAGE -> "instances";
                        });
            }
        }
        return table.toString();
    }

    private static String characterSets() {
        MarkdownTable table = new MarkdownTable("Defined term", "Understood");
        for (String each : TERMS) {
            table.row(
                    each.isEmpty() ? "none (ISO-IR 6)" : MarkdownTable.code(each),
                    MarkdownTable.yes(SpecificCharacterSet.of(each).isKnown()));
        }
        return table.toString();
    }

    static String name(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        return keyword == null ? tag(tag) : keyword;
    }

    static String tag(int tag) {
        return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }
}
