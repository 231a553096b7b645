/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The place of a result in an {@link Order}. What comes after it stays the same whatever is stored or deleted meanwhile, also the
 * result itself. Immutable.
 *
 * @param values of the order's terms: Long, String, or null for no value
 * @param uid of the result
 */
public record Place(List<Object> values, String uid) {

    /** Copies the values. */
    public Place {
        values = Collections.unmodifiableList(new ArrayList<>(values)); // List.of takes no null
    }
}
