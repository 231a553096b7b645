/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.dict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.VR;

/** The data dictionary and the UID registry (PS3.6, PS3.7 annex E). Immutable, safe for use by many threads. */
public final class Dictionary {

    private static final Map<String, Integer> TAGS = new HashMap<>(16384);
    private static final Map<String, String> UID_NAMES = new HashMap<>(1024);
    private static final List<Repeating> REPEATING;
    private static final int[] SORTED;
    private static final String[] KEYWORDS;
    private static final VR[] VRS;
    private static final Set<Integer> UNSIGNED_OR_SIGNED;

    /** Elements of which the tag has free digits: those that the mask leaves out. */
    private record Repeating(int value, int mask, String keyword, VR vr) {
        boolean matches(int tag) {
            return (tag & mask) == value;
        }
    }

    private record Entry(int tag, String keyword, VR vr) {}

    static {
        List<String[]> rows = Table.rows("elements.csv", 5);
        UNSIGNED_OR_SIGNED = rows.stream()
                .filter(row -> row[2].startsWith("US or SS") && row[0].indexOf('x') < 0)
                .map(row -> Integer.parseUnsignedInt(row[0], 16))
                .collect(Collectors.toUnmodifiableSet());
        REPEATING = rows.stream()
                .filter(row -> row[0].indexOf('x') >= 0)
                .map(Dictionary::repeating)
                .toList();
        Entry[] entries = rows.stream()
                .filter(row -> row[0].indexOf('x') < 0)
                .map(row -> new Entry(Integer.parseUnsignedInt(row[0], 16), row[1], firstVr(row[2])))
                .sorted((a, b) -> Integer.compareUnsigned(a.tag, b.tag))
                .toArray(Entry[]::new);
        SORTED = new int[entries.length];
        KEYWORDS = new String[entries.length];
        VRS = new VR[entries.length];
        for (int i = 0; i < entries.length; i++) {
            SORTED[i] = entries[i].tag ^ Integer.MIN_VALUE;
            KEYWORDS[i] = entries[i].keyword;
            VRS[i] = entries[i].vr;
            TAGS.putIfAbsent(entries[i].keyword, entries[i].tag);
        }
        REPEATING.forEach(each -> TAGS.putIfAbsent(each.keyword, each.value));
        Table.rows("uids.csv", 6).forEach(row -> UID_NAMES.put(row[0], unquoted(row[5])));
    }

    private Dictionary() {}

    /** A name with a comma stands in quotation marks (RFC 4180). */
    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    private static Repeating repeating(String[] row) {
        int value = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
        int mask = Integer.parseUnsignedInt(row[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
        return new Repeating(value, mask, row[1], firstVr(row[2]));
    }

    /** Of "US or SS" the first, of "OB or OW" the second: what an implicit data set has to be read as (PS3.5 annex A.1). */
    private static VR firstVr(String names) {
        if (names.contains("OW")) {
            return VR.OW;
        }
        return names.equals("NONE") ? VR.UN : VR.valueOf(names.substring(0, 2));
    }

    /**
     * The VR of an element in an implicit data set: UN when the tag is unknown or private, LO for a private creator, UL for a
     * group length.
     */
    public static VR vrOf(int tag) {
        int index = Arrays.binarySearch(SORTED, tag ^ Integer.MIN_VALUE);
        if (index >= 0) {
            return VRS[index];
        }
        if ((tag & 0xFFFF) == 0) {
            return VR.UL;
        }
        if (isPrivate(tag)) {
            return (tag & 0xFF00) == 0 && (tag & 0xF0) != 0 ? VR.LO : VR.UN;
        }
        Repeating repeating = repeatingOf(tag);
        return repeating == null ? VR.UN : repeating.vr;
    }

    /** Whether Pixel Representation (0028,0103) decides between US and SS. */
    public static boolean isUnsignedOrSigned(int tag) {
        return UNSIGNED_OR_SIGNED.contains(tag);
    }

    /** The keyword of an element, or null if it has none. */
    public static String keywordOf(int tag) {
        int index = Arrays.binarySearch(SORTED, tag ^ Integer.MIN_VALUE);
        if (index >= 0) {
            return KEYWORDS[index];
        }
        Repeating repeating = isPrivate(tag) ? null : repeatingOf(tag);
        return repeating == null ? null : repeating.keyword;
    }

    /** The tag of a keyword, or -1 if there is none. */
    public static int tagForKeyword(String keyword) {
        return TAGS.getOrDefault(keyword, -1);
    }

    /** The name of a registered UID, or the UID itself. */
    public static String uidName(String uid) {
        return UID_NAMES.getOrDefault(uid, uid);
    }

    /** Whether the group is odd (PS3.5 7.8). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x00010000) != 0;
    }

    private static Repeating repeatingOf(int tag) {
        for (Repeating each : REPEATING) {
            if (each.matches(tag)) {
                return each;
            }
        }
        return null;
    }
}
