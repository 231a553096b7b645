/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a client accepts (PS3.18 8.7.8): the {@code accept} query parameters go before the Accept headers, and within each
 * the quality values decide (RFC 9110 12.4.2), then the order written. Immutable.
 */
public final class Acceptance {

    private static final MediaRange ANYTHING = MediaRange.parse("*/*");

    private final List<MediaRange> fromQuery;
    private final List<MediaRange> fromHeaders;

    private Acceptance(List<MediaRange> fromQuery, List<MediaRange> fromHeaders) {
        this.fromQuery = fromQuery;
        this.fromHeaders = fromHeaders;
    }

    /**
     * Reads what a request says.
     *
     * @param queryValues values of the {@code accept} query parameters, decoded; may be empty
     * @param headers values of the Accept headers; none at all accepts anything
     */
    public static Acceptance of(List<String> queryValues, List<String> headers) {
        List<MediaRange> fromQuery = new ArrayList<>();
        for (String value : queryValues) {
            // a plus sign that was not percent-encoded has been decoded as a blank: application/dicom json
            fromQuery.addAll(MediaRange.parseList(value.replaceAll("(?<=[a-zA-Z0-9]) (?=[a-zA-Z0-9])", "+")));
        }
        List<MediaRange> fromHeaders = new ArrayList<>();
        boolean silent = headers.stream().allMatch(String::isBlank);
        if (silent && queryValues.isEmpty()) {
            fromHeaders.add(ANYTHING);
        }
        headers.forEach(header -> fromHeaders.addAll(MediaRange.parseList(header)));
        return new Acceptance(List.copyOf(fromQuery), List.copyOf(fromHeaders));
    }

    /** All ranges, the most wanted first, without those refused by {@code q=0}. */
    public List<MediaRange> ranges() {
        List<MediaRange> ranges = new ArrayList<>(ordered(fromQuery));
        ranges.addAll(ordered(fromHeaders));
        return List.copyOf(ranges);
    }

    private static List<MediaRange> ordered(List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(MediaRange::quality).reversed())
                .toList();
    }

    /**
     * The offer that the client likes best.
     *
     * @param offers media types that can be given, the server's favourite first
     * @return empty if none is acceptable: 406
     */
    public Optional<MediaRange> choose(List<MediaRange> offers) {
        return choose(fromQuery, offers).or(() -> choose(fromHeaders, offers));
    }

    /**
     * Whether the client refuses what other ranges would take in: the narrowest range that says something of it has
     * {@code q=0}. The {@code accept} query parameters go before the headers here too.
     */
    public boolean refuses(MediaRange offer) {
        List<MediaRange> ranges = narrowest(fromQuery, offer) >= 0 ? fromQuery : fromHeaders;
        int position = narrowest(ranges, offer);
        return position >= 0 && ranges.get(position).quality() == 0;
    }

    private static Optional<MediaRange> choose(List<MediaRange> ranges, List<MediaRange> offers) {
        MediaRange best = null;
        double bestQuality = 0;
        int bestPosition = Integer.MAX_VALUE;
        for (MediaRange offer : offers) {
            int position = narrowest(ranges, offer);
            if (position < 0) {
                continue;
            }
            double quality = ranges.get(position).quality();
            if (quality > bestQuality || (quality > 0 && quality == bestQuality && position < bestPosition)) {
                best = offer;
                bestQuality = quality;
                bestPosition = position;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The most specific range decides on an offer (RFC 9110 12.5.1). */
    private static int narrowest(List<MediaRange> ranges, MediaRange offer) {
        int found = -1;
        for (int i = 0; i < ranges.size(); i++) {
            MediaRange range = ranges.get(i);
            if (range.includes(offer)
                    && (found < 0 || range.specificity() > ranges.get(found).specificity())) {
                found = i;
            }
        }
        return found;
    }
}
