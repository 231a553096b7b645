/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.List;

/**
 * An operation of a mix.
 *
 * @param label in reports
 * @param kind what is done
 * @param weight share in the mix
 * @param by keys of a search, of which one is chosen each time
 */
public record MixEntry(String label, OperationKind kind, double weight, List<SearchKey> by) {

    /** Takes the list over. */
    public MixEntry {
        by = List.copyOf(by);
    }
}
