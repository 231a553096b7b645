/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptanceTest {

    private static final List<MediaRange> OFFERS = Stream.of(
                    "application/dicom+json", "multipart/related; type=\"application/dicom+xml\"")
            .map(MediaRange::parse)
            .toList();

    private static Optional<String> chosen(List<String> query, String... headers) {
        return Acceptance.of(query, List.of(headers)).choose(OFFERS).map(MediaRange::essence);
    }

    @Test
    void choose_nothingSaid() {
        assertThat(chosen(List.of())).contains("application/dicom+json");
        assertThat(chosen(List.of(), "")).contains("application/dicom+json");
    }

    @Test
    void choose_wildcardTakesTheFavourite() {
        assertThat(chosen(List.of(), "*/*")).contains("application/dicom+json");
    }

    @Test
    void choose_higherQuality() {
        assertThat(chosen(
                        List.of(), "application/dicom+json;q=0.2, multipart/related;type=application/dicom+xml;q=0.8"))
                .contains("multipart/related");
    }

    @Test
    void choose_earlierOfTheSameQuality() {
        assertThat(chosen(List.of(), "multipart/related;type=application/dicom+xml, application/dicom+json"))
                .contains("multipart/related");
    }

    @Test
    void choose_ignoresWhatCannotBeGiven() {
        // OHIF asks a search like this
        assertThat(chosen(List.of(), "multipart/related; type=application/octet-stream, application/dicom+json"))
                .contains("application/dicom+json");
    }

    @Test
    void choose_severalHeaders() {
        assertThat(chosen(List.of(), "text/html", "multipart/related")).contains("multipart/related");
    }

    @Test
    void choose_narrowRangeRefuses() {
        assertThat(chosen(List.of(), "*/*, application/dicom+json;q=0")).contains("multipart/related");
        assertThat(chosen(List.of(), "image/png")).isEmpty();
    }

    @Test
    void choose_queryGoesBeforeHeader() {
        assertThat(chosen(List.of("multipart/related;type=\"application/dicom+xml\""), "application/dicom+json"))
                .contains("multipart/related");
    }

    @Test
    void choose_fallsBackFromQueryToHeader() {
        assertThat(chosen(List.of("image/png"), "application/dicom+json")).contains("application/dicom+json");
    }

    @Test
    void choose_plusSignLostInTheQuery() {
        assertThat(chosen(List.of("application/dicom json"))).contains("application/dicom+json");
    }

    @Test
    void refuses_whatTheNarrowestRangeSaysOfIt() {
        Acceptance acceptance = Acceptance.of(List.of("a/wanted"), List.of("a/wanted;q=0, b/*;q=0, b/good, */*"));

        assertThat(acceptance.refuses(MediaRange.parse("b/bad"))).isTrue();
        assertThat(acceptance.refuses(MediaRange.parse("b/good"))).isFalse();
        assertThat(acceptance.refuses(MediaRange.parse("c/other"))).isFalse();
        assertThat(acceptance.refuses(MediaRange.parse("a/wanted"))).isFalse();
    }

    @Test
    void ranges_mostWantedFirst() {
        assertThat(Acceptance.of(List.of("a/query;q=0.1"), List.of("b/low;q=0.2, b/none;q=0, b/high"))
                        .ranges())
                .extracting(MediaRange::essence)
                .containsExactly("a/query", "b/high", "b/low");
    }
}
