/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or media range (RFC 9110 8.3.1 and 12.5.1) such as {@code multipart/related; type="application/dicom"; q=0.5}.
 * Parameter values may be quoted or not: many DICOMweb clients leave the quotes out although the slash asks for them.
 *
 * @param type lower case, {@code *} for any
 * @param subtype lower case, {@code *} for any
 * @param parameters by lower-case name in the order given, without {@code q}; values without quotes, as written
 * @param quality 0 (refused) to 1
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters, double quality) {

    /** Copies the parameters. */
    public MediaRange {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Parses one media type, such as the value of a Content-Type header.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MediaRange parse(String text) {
        List<MediaRange> ranges = parseList(text);
        if (ranges.size() != 1) {
            throw new IllegalArgumentException("not one media type");
        }
        return ranges.get(0);
    }

    /**
     * Parses a comma-separated list of media ranges, such as the value of an Accept header. Elements that are no media
     * range are left out: what a client means by the others still counts.
     */
    public static List<MediaRange> parseList(String text) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String element : QuotedText.split(text, ',')) {
            parseElement(element).ifPresent(ranges::add);
        }
        return ranges;
    }

    private static Optional<MediaRange> parseElement(String element) {
        List<String> pieces = QuotedText.split(element, ';');
        String essence = pieces.get(0).strip().toLowerCase(Locale.ROOT);
        if (essence.equals("*")) {
            essence = "*/*"; // written by some HTTP libraries
        }
        int slash = essence.indexOf('/');
        if (slash <= 0 || slash == essence.length() - 1 || essence.indexOf('/', slash + 1) >= 0) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        double quality = 1;
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = QuotedText.unquote(piece.substring(equals + 1).strip());
            if (name.equals("q")) {
                quality = qualityOf(value);
            } else {
                parameters.putIfAbsent(name, value);
            }
        }
        return Optional.of(
                new MediaRange(essence.substring(0, slash), essence.substring(slash + 1), parameters, quality));
    }

    private static double qualityOf(String value) {
        try {
            double quality = Double.parseDouble(value);
            return quality >= 0 && quality <= 1 ? quality : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Type and subtype, such as {@code application/dicom+json}. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** The same type with other parameters. */
    public MediaRange with(Map<String, String> newParameters) {
        return new MediaRange(type, subtype, newParameters, quality);
    }

    /** The parameter of the lower-case name. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * Whether this range takes a concrete media type in. Of the parameters only {@code type} and {@code transfer-syntax}
     * tell representations apart (PS3.18 8.7.3); an asterisk takes any in, what this range leaves out is not asked, and
     * a transfer syntax is not asked of what has none, such as JSON.
     */
    public boolean includes(MediaRange concrete) {
        return (type.equals("*") || type.equals(concrete.type))
                && (subtype.equals("*") || subtype.equals(concrete.subtype))
                && includesType(concrete)
                && includesTransferSyntax(concrete);
    }

    private boolean includesType(MediaRange concrete) {
        String wanted = parameters.getOrDefault("type", "*/*").strip();
        String offered = concrete.parameters.get("type");
        if (wanted.equals("*") || wanted.equals("*/*")) {
            return true;
        }
        if (offered == null) {
            return false;
        }
        return wanted.endsWith("/*")
                ? offered.regionMatches(true, 0, wanted, 0, wanted.length() - 1)
                : wanted.equalsIgnoreCase(offered);
    }

    private boolean includesTransferSyntax(MediaRange concrete) {
        String wanted = parameters.getOrDefault("transfer-syntax", "*").strip();
        String offered = concrete.parameters.get("transfer-syntax");
        return wanted.equals("*") || offered == null || wanted.equals(offered);
    }

    /** How narrow the range is: more for each part that is no wildcard and for each parameter. */
    public int specificity() {
        return (type.equals("*") ? 0 : 100) + (subtype.equals("*") ? 0 : 100) + parameters.size();
    }

    /** The media type as it is written in a header, without the quality. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(essence());
        parameters.forEach(
                (name, value) -> text.append("; ").append(name).append('=').append(QuotedText.quoteIfNeeded(value)));
        return text.toString();
    }
}
