/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.List;

/** Colours that colour-blind people tell apart too (Okabe and Ito), darkened where thin lines would be pale. */
final class Palette {

    static final String FAILURE = "#c0392b";

    private static final List<String> COLOURS = List.of(
            "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#6a3d9a", "#5f6a72", "#7f0f2e",
            "#3f51b5", "#8a9a1b", "#00838f");

    private Palette() {}

    static String of(int number) {
        return COLOURS.get(number % COLOURS.size());
    }
}
