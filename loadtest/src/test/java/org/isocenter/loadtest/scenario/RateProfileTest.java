/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateProfileTest {

    private static final long MILLI = 1_000_000;

    @Test
    void nanosOf_constant_isEven() {
        RateProfile profile = RateProfile.constant(20, Duration.ZERO, Duration.ofSeconds(10));

        assertThat(profile.total()).isEqualTo(200);
        assertThat(profile.nanosOf(1)).isCloseTo(50 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(200)).isCloseTo(10_000 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(200.5)).isEqualTo(-1);
    }

    @Test
    void nanosOf_ramp_growsWithTheSquareRoot() {
        RateProfile profile = RateProfile.constant(10, Duration.ofSeconds(10), Duration.ofSeconds(20));

        // half of the rate on average: 50 in the ramp, then 10 a second
        assertThat(profile.nanosOf(12.5)).isCloseTo(5_000 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(50)).isCloseTo(10_000 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(60)).isCloseTo(11_000 * MILLI, within(MILLI));
        assertThat(profile.total()).isEqualTo(150);
    }

    @Test
    void nanosOf_stages_followEachOther() {
        RateProfile profile = new RateProfile(List.of(
                new RateProfile.Stage(5, 5, Duration.ofSeconds(2)),
                new RateProfile.Stage(5, 0, Duration.ofSeconds(2)),
                new RateProfile.Stage(100, 100, Duration.ofSeconds(1))));

        assertThat(profile.nanosOf(10)).isCloseTo(2_000 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(13.75)).isCloseTo(3_000 * MILLI, within(MILLI));
        assertThat(profile.nanosOf(115)).isCloseTo(5_000 * MILLI, within(MILLI));
        assertThat(profile.length()).isEqualTo(Duration.ofSeconds(5));
    }
}
