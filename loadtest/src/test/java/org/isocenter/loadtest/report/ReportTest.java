/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.report;

import java.util.List;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReportTest {

    @Test
    void rate_oddAndEvenRounds_isTheMedian() {
        Series series = series("a", 100, 10, 400);
        assertThat(series.rate()).isEqualTo(100);
        series.add(round(300));
        assertThat(series.rate()).isEqualTo(200);
    }

    @Test
    void series_rounds_addUp() {
        Series series = series("a", 1000, 500);
        assertThat(series.requests()).isEqualTo(1500);
        assertThat(series.megabytesPerSecond()).isEqualTo(0.75);
        assertThat(series.millis(50)).isCloseTo(2, within(0.01));
    }

    @Test
    void ratio_secondArchive_isOfTheMedians() {
        Comparison comparison = new Comparison("C-STORE", 4, 20, List.of(series("a", 100), series("b", 40)));
        assertThat(comparison.ratio(0)).isEmpty();
        assertThat(comparison.ratio(1)).hasValue(2.5);
    }

    @Test
    void markdown_comparison_hasARowForEachArchive() {
        Comparison comparison = new Comparison("C-STORE", 4, 20, List.of(series("a", 100), series("b", 40)));
        assertThat(Report.markdown(List.of(comparison)))
                .contains("| C-STORE | 4 | 20 | a | 100.0 | 0.1 | 2.00 | 2.00 |  |")
                .contains("| C-STORE | 4 | 20 | b | 40.0 | 0.0 | 2.00 | 2.00 | 2.50 |");
    }

    @Test
    void json_nameWithQuotes_isEscaped() {
        Comparison comparison = new Comparison("QIDO", 1, 20, List.of(series("a\"b\\c", 100)));
        assertThat(Report.json(List.of(comparison)))
                .contains("\"archive\":\"a\\\"b\\\\c\"")
                .contains("\"perSecond\":100.00")
                .contains("\"medianMillis\":2.00");
    }

    private static Series series(String target, int... rates) {
        Series series = new Series(target);
        for (int rate : rates) {
            series.add(round(rate));
        }
        return series;
    }

    /** A second with so many requests of 2 ms and 1,000 bytes. */
    private static Measurement round(int rate) {
        Histogram micros = new Histogram(1_000_000, 3);
        micros.recordValueWithCount(2000, rate);
        return new Measurement(micros, rate * 1000L, rate, 1);
    }
}
