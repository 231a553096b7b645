/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.service.match.InvalidQueryException;

/** Matching keys as URLs write them (PS3.18 8.3.4.1), collected into an identifier. Not safe for use by several threads. */
final class SearchKeys {

    private final Attributes keys = new Attributes();
    private final Set<Integer> outermost = new TreeSet<>(Integer::compareUnsigned);
    private final Set<String> seen = new HashSet<>();

    SearchKeys() {
        keys.setSpecificCharacterSet("ISO_IR 192");
    }

    /** The keys of the parameter {@code filter} (PS3.18 11.10.1.2): {@code attribute=value[,attribute=value...]}. */
    static SearchKeys ofFilter(String filter) {
        SearchKeys keys = new SearchKeys();
        List<String> pairs = new ArrayList<>();
        for (String part : filter.split(",")) {
            if (part.indexOf('=') < 0 && !pairs.isEmpty()) {
                // a comma within a value, as between UIDs
                pairs.set(pairs.size() - 1, pairs.get(pairs.size() - 1) + "," + part);
            } else {
                pairs.add(part);
            }
        }
        if (pairs.isEmpty()) {
            throw new InvalidQueryException("filter is attribute=value, separated by commas");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new InvalidQueryException("filter is attribute=value, separated by commas");
            }
            keys.add(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return keys;
    }

    /**
     * Adds one.
     *
     * @param path keyword or tag, with dots into sequences
     * @throws InvalidQueryException if there is no such attribute, it stands twice or its value makes no sense
     */
    void add(String path, String value) {
        List<Integer> tags = new ArrayList<>();
        for (String name : path.split("\\.", -1)) {
            tags.add(tag(name));
        }
        if (!seen.add(tags.toString())) {
            throw new InvalidQueryException("An attribute is given twice");
        }
        outermost.add(tags.get(0));
        Attributes item = keys;
        for (int tag : tags.subList(0, tags.size() - 1)) {
            item = itemOf(item, tag);
        }
        set(item, tags.get(tags.size() - 1), value);
    }

    private static Attributes itemOf(Attributes item, int tag) {
        Sequence sequence = item.getSequence(tag);
        if (sequence == null) {
            sequence = item.newSequence(tag);
        }
        if (sequence.isEmpty()) {
            sequence.add(new Attributes());
        }
        return sequence.get(0);
    }

    private static void set(Attributes item, int tag, String value) {
        VR vr = Dictionary.vrOf(tag);
        if (vr == VR.SQ) {
            if (!value.isEmpty()) {
                throw new InvalidQueryException("A sequence has no value of its own");
            }
            item.newSequence(tag);
        } else if (vr == VR.UI) {
            item.setString(tag, vr, value.split("[,\\\\]"));
        } else if (vr.isText()) {
            item.setString(tag, vr, value.split("\\\\"));
        } else if (value.isEmpty()) {
            item.setNull(tag, vr);
        } else {
            try {
                item.setDouble(tag, vr, Double.parseDouble(value));
            } catch (NumberFormatException e) {
                throw new InvalidQueryException("The value of a number is none");
            }
        }
    }

    /** The tag of a keyword or of eight hexadecimal digits. */
    static int tag(String name) {
        if (name.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(name.toUpperCase(Locale.ROOT), 16);
        }
        int tag = Dictionary.tagForKeyword(name);
        if (tag == -1) {
            throw new InvalidQueryException("There is no parameter or attribute of the name given");
        }
        return tag;
    }

    Attributes keys() {
        return keys;
    }

    /** The attributes that were named, or the sequences that they are in. */
    Set<Integer> outermost() {
        return outermost;
    }
}
