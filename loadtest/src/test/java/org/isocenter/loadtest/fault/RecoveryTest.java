/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.metrics.OperationSample;
import org.isocenter.loadtest.metrics.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryTest {

    private final List<Sample> timeline = new ArrayList<>();

    @Test
    void undisturbedTraffic_isBackAtOnceAndWithoutErrors() {
        seconds(30, 20, false);
        Recovery recovery = new Recovery(timeline, 10, 15);
        assertThat(recovery.rateBefore(10)).isEqualTo(20);
        assertThat(recovery.lowest()).isEqualTo(20);
        assertThat(recovery.back(20, false)).isZero();
        assertThat(recovery.isOver(20)).isTrue();
        assertThat(recovery.errorSeconds(false)).isZero();
        assertThat(recovery.errors()).isEmpty();
    }

    @Test
    void gap_isSeenAndMeasuredToItsEnd() {
        seconds(10, 20, false);
        seconds(6, 0, true);
        seconds(14, 20, false);
        Recovery recovery = new Recovery(timeline, 10, 14);
        assertThat(recovery.lowest()).isZero();
        // of the window from 15 to 20 four seconds of five have the rate, and every later one has more
        assertThat(recovery.back(20, false)).isEqualTo(5);
        assertThat(recovery.back(20, true)).isEqualTo(1);
        assertThat(recovery.errorSeconds(false)).isEqualTo(6);
        assertThat(recovery.lastError()).isEqualTo(6);
        assertThat(recovery.errors()).isEqualTo(Map.of("aborted", 6L));
        assertThat(recovery.errorSeconds(true)).isEqualTo(1);
        assertThat(recovery.last()).isEqualTo(20);
        assertThat(recovery.isOver(20)).isTrue();
    }

    @Test
    void noTrafficBefore_isNeverBack() {
        seconds(30, 0, false);
        Recovery recovery = new Recovery(timeline, 10, 12);
        assertThat(recovery.back(recovery.rateBefore(5), false)).isNegative();
        assertThat(recovery.last()).isZero();
    }

    @Test
    void trafficThatStaysSlow_isNotBack() {
        seconds(10, 20, false);
        seconds(20, 15, false);
        Recovery recovery = new Recovery(timeline, 10, 12);
        assertThat(recovery.back(20, false)).isNegative();
        assertThat(recovery.isOver(20)).isFalse();
    }

    @Test
    void secondDip_countsUntilItsEnd() {
        seconds(10, 20, false);
        seconds(5, 0, false);
        seconds(5, 20, false);
        seconds(5, 0, false);
        seconds(10, 20, false);
        assertThat(new Recovery(timeline, 10, 11).back(20, false)).isEqualTo(14);
    }

    @Test
    void errorsBeforeTheFault_areNotItsOwn() {
        seconds(5, 20, true);
        seconds(20, 20, false);
        assertThat(new Recovery(timeline, 5, 8).errorSeconds(false)).isZero();
    }

    @Test
    void errorsAtTheEnd_areNotOver() {
        seconds(20, 20, false);
        seconds(1, 20, true);
        assertThat(new Recovery(timeline, 5, 8).isOver(20)).isFalse();
    }

    private void seconds(int count, long stores, boolean faulty) {
        for (int i = 0; i < count; i++) {
            timeline.add(new Sample(
                    timeline.size() + 1,
                    1,
                    Map.of("c-store", new OperationSample(stores, 0, 0, 0, 1, 1, 1, 1)),
                    faulty ? Map.of("aborted", 1L) : Map.of(),
                    Map.of()));
        }
    }
}
