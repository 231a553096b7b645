/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;

/**
 * The media types in which WADO-URI gives an instance (PS3.18 9.4, 8.7.4).
 *
 * @param offers the one that is given where nothing else is asked for first
 */
public record UriMediaTypes(List<String> offers) {

    /** Copies them. */
    public UriMediaTypes {
        offers = List.copyOf(offers);
    }

    /**
     * Those of an instance: a single frame is given as a picture and a report as text by default, all else as it is.
     *
     * @param isOneFrame whether an image has but one frame, or one of its frames is asked for
     */
    public static UriMediaTypes of(RenderedKind kind, TransferSyntax stored, boolean isOneFrame) {
        List<String> offers = new ArrayList<>(kind.mediaTypes());
        if (kind == RenderedKind.IMAGE && FrameMediaTypes.isVideo(stored)) {
            offers.add(FrameMediaTypes.of(stored));
        }
        boolean isRendered =
                switch (kind) {
                    case IMAGE -> isOneFrame;
                    case REPORT -> true;
                    case PRESENTATION_STATE, DOCUMENT, NOTHING -> false;
                };
        offers.add(isRendered ? offers.size() : 0, DicomWeb.DICOM);
        return new UriMediaTypes(offers);
    }

    /** The one that the client likes best; empty if it takes none. */
    public Optional<String> choose(Acceptance acceptance) {
        return acceptance
                .choose(offers.stream().map(MediaRange::parse).toList())
                .map(MediaRange::essence);
    }
}
