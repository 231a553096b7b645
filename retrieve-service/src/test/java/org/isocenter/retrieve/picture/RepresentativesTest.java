/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The order in which a middle is looked for. */
class RepresentativesTest {

    @Test
    void compareUids_byNumber() {
        assertThat(Representatives.compareUids("1.2.9", "1.2.10")).isNegative();
        assertThat(Representatives.compareUids("1.2.10", "1.2.9")).isPositive();
        assertThat(Representatives.compareUids("1.2", "1.2.0")).isNegative();
        assertThat(Representatives.compareUids("1.2.3", "1.2.3")).isZero();
        assertThat(Representatives.compareUids("1..x", "1..y")).isNegative();
    }
}
