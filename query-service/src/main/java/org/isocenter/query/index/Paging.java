/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

/**
 * Which of the results are wanted, and in which order.
 *
 * @param order the order
 * @param after the place after which they begin, or null for the first one
 * @param offset results to skip from there
 * @param limit results wanted at most
 * @param prepared whether the default answers of QIDO-RS are enough where there are some; only the last hit has its attributes then
 */
public record Paging(Order order, Place after, int offset, int limit, boolean prepared) {

    /** With attributes. */
    public Paging(Order order, Place after, int offset, int limit) {
        this(order, after, offset, limit, false);
    }

    /** From the youngest on. */
    public static Paging of(int offset, int limit) {
        return new Paging(Order.YOUNGEST_FIRST, null, offset, limit);
    }

    /** Whether the index can be gone through as it lies. */
    boolean isPlain() {
        return after == null && order.isYoungestFirst();
    }
}
