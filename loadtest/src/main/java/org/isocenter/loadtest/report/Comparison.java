/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An operation against one or more archives.
 *
 * @param operation its name
 * @param clients at the same time
 * @param studies small studies that the archives held
 * @param series one for each archive that can do it and did not fail
 */
public record Comparison(String operation, int clients, int studies, List<Series> series) {

    /** Takes the series over. */
    public Comparison {
        series = List.copyOf(series);
    }

    /** How many times as fast the first archive is as the other of the index. */
    public OptionalDouble ratio(int other) {
        return other == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(series.get(0).rate() / series.get(other).rate());
    }
}
