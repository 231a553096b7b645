/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.List;

/**
 * A part of what a query found.
 *
 * @param hits in the order of the search
 * @param more whether there are hits beyond
 */
public record Page(List<Hit> hits, boolean more) {

    public Page {
        hits = List.copyOf(hits);
    }

    /** Nothing found. */
    public static final Page EMPTY = new Page(List.of(), false);
}
