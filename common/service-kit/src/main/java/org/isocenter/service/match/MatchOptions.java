/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

/**
 * How keys are matched beyond the baseline.
 *
 * @param fuzzyNames person names match word by word with small differences (PS3.4 C.2.2.2.1.1)
 * @param combinedDateTime a date and a time key that belong together are one range (PS3.4 C.2.2.2.5)
 * @param emptyValues two quotation marks match what has no value (PS3.4 C.2.2.2.7); else they mean themselves
 * @param multipleValues every value of a key must match (PS3.4 C.2.2.2.8); else one of them is enough
 */
public record MatchOptions(boolean fuzzyNames, boolean combinedDateTime, boolean emptyValues, boolean multipleValues) {

    /** What holds if nothing was negotiated. */
    public static final MatchOptions BASELINE = new MatchOptions(false, false, false, false);
}
