/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;

/**
 * How rendered instances or frames go out (PS3.18 8.7.4, 10.4.4).
 *
 * @param multipart whether as parts of multipart/related
 * @param mediaType of the body or of a part
 */
public record RenderedNegotiation(boolean multipart, String mediaType) {

    /** What is asked for. */
    public enum Scope {
        /** What is one picture or document. */
        ONE,
        /** Several frames: they are parts, but for a GIF of them all. */
        FRAMES,
        /** Several instances: they are parts; a picture without parts is that of a representative. */
        INSTANCES
    }

    /**
     * Decides by the range that is wanted most of those that can be satisfied.
     *
     * @param mediaTypes that can be given, the usual one first
     * @return empty if none is acceptable
     */
    public static Optional<RenderedNegotiation> of(Acceptance acceptance, List<String> mediaTypes, Scope scope) {
        for (MediaRange range : acceptance.ranges()) {
            for (String mediaType : mediaTypes) {
                Optional<RenderedNegotiation> found =
                        of(range, mediaType, scope).filter(each -> !acceptance.refuses(each.asMediaType()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The same, but only as parts. */
    public static Optional<RenderedNegotiation> ofParts(Acceptance acceptance, List<String> mediaTypes) {
        for (MediaRange range : acceptance.ranges()) {
            for (String mediaType : mediaTypes) {
                RenderedNegotiation parts = new RenderedNegotiation(true, mediaType);
                if ((range.essence().equals("*/*") || range.includes(parts.asMediaType()))
                        && !acceptance.refuses(parts.asMediaType())) {
                    return Optional.of(parts);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RenderedNegotiation> of(MediaRange range, String mediaType, Scope scope) {
        RenderedNegotiation parts = new RenderedNegotiation(true, mediaType);
        RenderedNegotiation single = new RenderedNegotiation(false, mediaType);
        if (range.essence().equals("*/*")) {
            return Optional.of(scope == Scope.ONE ? single : parts);
        }
        if (range.includes(parts.asMediaType())) {
            return Optional.of(parts);
        }
        if (!range.includes(single.asMediaType())) {
            return Optional.empty();
        }
        return switch (scope) {
            case ONE -> Optional.of(single);
            case FRAMES ->
                Optional.of(mediaType.equals("image/gif") && !range.subtype().equals("*") ? single : parts);
            case INSTANCES -> mediaType.startsWith("image/") ? Optional.of(single) : Optional.empty();
        };
    }

    /** What can be given: the body of a 406. */
    public static List<String> offers(List<String> mediaTypes, Scope scope) {
        List<String> offers = new ArrayList<>();
        for (String mediaType : mediaTypes) {
            if (scope != Scope.INSTANCES || mediaType.startsWith("image/")) {
                offers.add(mediaType);
            }
            offers.add(new RenderedNegotiation(true, mediaType).asMediaType().toString());
        }
        return offers;
    }

    private MediaRange asMediaType() {
        MediaRange own = MediaRange.parse(multipart ? DicomWeb.MULTIPART_RELATED : mediaType);
        return multipart ? own.with(Map.of("type", mediaType)) : own;
    }

    /** The Content-Type of the body or a part. */
    public String contentType() {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }
}
