/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Set;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.retrieve.pixels.FrameFormats;

/** What an instance is to eyes, and so the media types that it can be rendered in (PS3.18 8.7.4). */
public enum RenderedKind {
    /** An image or several. */
    IMAGE(List.of("image/jpeg", "image/png", "image/gif", "image/jp2")),
    /** How images are to be shown: rendered with the first of them. */
    PRESENTATION_STATE(IMAGE.mediaTypes),
    /** A structured report. */
    REPORT(List.of("text/html", "text/plain")),
    /** An encapsulated PDF. */
    DOCUMENT(List.of("application/pdf")),
    /** Nothing that could be shown. */
    NOTHING(List.of());

    private static final String REPORTS = "1.2.840.10008.5.1.4.1.1.88.";
    private static final String ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1";

    /** Grayscale, colour and pseudo-colour softcopy presentation states. */
    private static final Set<String> PRESENTATION_STATES =
            Set.of("1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.11.2", "1.2.840.10008.5.1.4.1.1.11.3");

    private final List<String> mediaTypes;

    RenderedKind(List<String> mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    /** The media types, the usual one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** What an instance of a SOP class is as a rule: an image if nothing else is known. */
    public static RenderedKind ofSopClass(String sopClassUid) {
        if (sopClassUid.startsWith(REPORTS)) {
            return REPORT;
        }
        if (PRESENTATION_STATES.contains(sopClassUid)) {
            return PRESENTATION_STATE;
        }
        return sopClassUid.equals(ENCAPSULATED_PDF) ? DOCUMENT : IMAGE;
    }

    /** What an instance is. */
    public static RenderedKind of(StoredInstance instance, Attributes attributes) {
        if (FrameFormats.hasPixels(attributes)) {
            return IMAGE;
        }
        RenderedKind usual = ofSopClass(instance.sopClassUid());
        return switch (usual) {
            case REPORT -> attributes.containsValue(Tag.ContentSequence) ? REPORT : NOTHING;
            case DOCUMENT -> attributes.containsValue(Tag.EncapsulatedDocument) ? DOCUMENT : NOTHING;
            case PRESENTATION_STATE -> PRESENTATION_STATE;
            case IMAGE, NOTHING -> NOTHING;
        };
    }
}
