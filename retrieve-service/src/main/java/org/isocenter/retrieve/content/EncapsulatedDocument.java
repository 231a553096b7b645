/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.MediaRange;

/**
 * The document of an instance under its own media type (PS3.3 C.24.2), for those who ask for it by name.
 *
 * @param mediaType MIME Type of Encapsulated Document (0042,0012)
 * @param content its bytes, without the one that fills it up to an even length if its length is known
 */
public record EncapsulatedDocument(String mediaType, Content content) {

    /** Those of the encapsulated SOP classes; nothing that a browser would run. */
    private static final Set<String> TYPES =
            Set.of("application/pdf", "text/xml", "application/sla", "model/stl", "model/obj", "model/mtl");

    /** The media types that documents are given in. */
    public static Set<String> mediaTypes() {
        return TYPES;
    }

    /** The document, if the value at the path is one of a media type that is given. */
    public static Optional<EncapsulatedDocument> of(Attributes attributes, List<Integer> path, Content content) {
        String mediaType = attributes
                .getString(Tag.MIMETypeOfEncapsulatedDocument, "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!path.equals(List.of(Tag.EncapsulatedDocument)) || !TYPES.contains(mediaType)) {
            return Optional.empty();
        }
        long all = content.length().orElse(0);
        long length = attributes.getInt(Tag.EncapsulatedDocumentLength, 0);
        Optional<Content> exact = length == all - 1 ? content.slice(0, length) : Optional.empty();
        return Optional.of(new EncapsulatedDocument(mediaType, exact.orElse(content)));
    }

    /** Whether a client names the media type itself, before a range that octets would satisfy. */
    public boolean isWanted(Acceptance acceptance, TransferSyntax otherwise) {
        for (MediaRange range : acceptance.ranges()) {
            if (range.essence().equals(mediaType)) {
                return true;
            }
            if (range.includes(MediaRange.parse("application/octet-stream"))
                    || range.type().equals("multipart")) {
                return false;
            }
        }
        return false;
    }
}
