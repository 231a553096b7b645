/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * Names of files in an archive file: a folder for each series, instances of which come one after the other. Only digits, capitals and
 * underscores, so that no name leads out of the folder or means something to a file system. Used by one thread.
 */
final class EntryNames {

    private static final int MAX_DIGITS = 12;

    private final boolean isFileSet;
    private final Map<SeriesKey, String> folders = new HashMap<>();
    private final Set<String> usedFolders = new HashSet<>();
    private final Set<String> usedNames = new HashSet<>();
    private SeriesKey current;
    private int count;

    /** @param isFileSet whether names are file IDs of a file-set (PS3.10 8.2): up to eight characters, without an extension */
    EntryNames(boolean isFileSet) {
        this.isFileSet = isFileSet;
    }

    /** The components of the next instance's name. */
    List<String> next(SeriesKey series, Attributes attributes) {
        if (!series.equals(current)) {
            current = series;
            usedNames.clear();
            count = 0;
        }
        count++;
        if (isFileSet) {
            String folder = folders.computeIfAbsent(series, missing -> code("SE", folders.size() + 1));
            return List.of("DICOM", folder, code("IM", count));
        }
        String folder = folders.computeIfAbsent(
                series, missing -> unused(number(attributes, Tag.SeriesNumber, folders.size() + 1), usedFolders));
        return List.of(folder, unused(number(attributes, Tag.InstanceNumber, count), usedNames) + ".dcm");
    }

    private static String code(String letters, int number) {
        return String.format(Locale.ROOT, "%s%06d", letters, number);
    }

    /** A number of the data set, with zeros before it so that names sort by it. */
    private static String number(Attributes attributes, int tag, int otherwise) {
        String text = attributes.getString(tag, "").strip();
        boolean isUsable =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return String.format(Locale.ROOT, "%04d", isUsable ? Long.parseLong(text) : otherwise);
    }

    private static String unused(String wanted, Set<String> used) {
        String name = wanted;
        for (int i = 2; !used.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
