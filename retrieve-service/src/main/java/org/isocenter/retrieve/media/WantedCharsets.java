/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The character sets that a client takes for text (PS3.18 8.3.3.2). */
public final class WantedCharsets {

    private WantedCharsets() {}

    /**
     * Whether text may go out in UTF-8, as ours always does.
     *
     * @param lists values of the parameter {@code charset}, each a list with weights; none at all takes any
     */
    public static boolean takeUtf8(List<String> lists) {
        List<String> names = lists.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
        return names.isEmpty() || names.stream().anyMatch(WantedCharsets::isUtf8);
    }

    private static boolean isUtf8(String element) {
        String[] pieces = element.split(";", 2);
        String name = pieces[0].strip();
        boolean isRefused = pieces.length > 1 && pieces[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
        return !isRefused && (name.equals("utf-8") || name.equals("utf8") || name.equals("*"));
    }
}
