/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.util.List;

/**
 * A person name in its three representations (PS3.5 6.2.1).
 *
 * @param alphabetic the single-byte representation
 * @param ideographic the ideographic one
 * @param phonetic the phonetic one
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {

    /** A name of nothing. */
    public static final PersonName EMPTY = new PersonName(Group.EMPTY, Group.EMPTY, Group.EMPTY);

    /**
     * One representation of a name.
     *
     * @param family family name complex
     * @param given given name complex
     * @param middle middle name
     * @param prefix name prefix
     * @param suffix name suffix
     */
    public record Group(String family, String given, String middle, String prefix, String suffix) {

        /** A representation of nothing. */
        public static final Group EMPTY = new Group("", "", "", "", "");

        /** Reads components separated by {@code ^}; what follows the fifth stays with it. */
        public static Group parse(String text) {
            if (text.isBlank()) {
                return EMPTY;
            }
            String[] components = text.split("\\^", 5);
            return new Group(
                    component(components, 0),
                    component(components, 1),
                    component(components, 2),
                    component(components, 3),
                    component(components, 4));
        }

        private static String component(String[] components, int index) {
            return index < components.length ? components[index].strip() : "";
        }

        /** Whether every component is empty. */
        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /** Returns the five components in their order. */
        public List<String> components() {
            return List.of(family, given, middle, prefix, suffix);
        }

        /** Returns the components joined by {@code ^} without trailing delimiters. */
        @Override
        public String toString() {
            return joined(components(), '^');
        }
    }

    /** Reads a name; never fails, absent parts are empty strings. */
    public static PersonName parse(String text) {
        if (text == null || text.isBlank()) {
            return EMPTY;
        }
        String[] groups = text.split("=", 3);
        return new PersonName(
                Group.parse(groups[0]),
                groups.length > 1 ? Group.parse(groups[1]) : Group.EMPTY,
                groups.length > 2 ? Group.parse(groups[2]) : Group.EMPTY);
    }

    /** Whether every group is empty. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** Returns the three groups in their order. */
    public List<Group> groups() {
        return List.of(alphabetic, ideographic, phonetic);
    }

    /** Returns the value as encoded in a data set, without trailing delimiters. */
    @Override
    public String toString() {
        return joined(groups(), '=');
    }

    private static String joined(List<?> parts, char delimiter) {
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            String part = parts.get(i).toString();
            text.append(part);
            if (!part.isEmpty()) {
                end = text.length();
            }
        }
        return text.substring(0, end);
    }
}
