/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.isocenter.ingest.assembly.MetadataForm;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;

/**
 * What a store request's body is (PS3.18 10.5.1): DICOM files or metadata with bulk data, alone or as parts.
 *
 * @param metadata how metadata are written; empty if the body consists of DICOM files
 * @param boundary between the parts; empty if the body is a single one
 */
record StowContentType(Optional<MetadataForm> metadata, Optional<String> boundary) {

    private static final List<String> JSON = List.of(DicomWeb.DICOM_JSON, DicomWeb.JSON);

    /**
     * Reads the Content-Type header.
     *
     * @param header null if there is none
     * @throws ProblemException 415 if it is not application/dicom, application/dicom+json or application/dicom+xml, alone or in
     *     multipart/related; 400 if the boundary is missing
     */
    static StowContentType parse(String header) {
        MediaRange contentType = mediaType(header == null ? "" : header).orElseThrow(StowContentType::unsupported);
        if (!contentType.essence().equals(DicomWeb.MULTIPART_RELATED)) {
            return new StowContentType(form(contentType.essence()), Optional.empty());
        }
        Optional<MetadataForm> form = form(
                contentType.parameter("type").orElse(DicomWeb.DICOM).strip().toLowerCase(Locale.ROOT));
        Optional<String> boundary = contentType.parameter("boundary").filter(value -> !value.isEmpty());
        if (boundary.isEmpty()) {
            throw Problem.of(400, "The Content-Type names no boundary.").toException();
        }
        return new StowContentType(form, boundary);
    }

    private static Optional<MetadataForm> form(String essence) {
        if (essence.equals(DicomWeb.DICOM)) {
            return Optional.empty();
        }
        if (JSON.contains(essence)) {
            return Optional.of(MetadataForm.JSON);
        }
        if (essence.equals(DicomWeb.DICOM_XML)) {
            return Optional.of(MetadataForm.XML);
        }
        throw unsupported();
    }

    private static Optional<MediaRange> mediaType(String text) {
        try {
            return Optional.of(MediaRange.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a part can be stored. Parts without a type are taken for DICOM files: RFC 2387 lets the whole body's type
     * stand for them.
     */
    static boolean isDicom(Optional<String> partContentType) {
        return partContentType.isEmpty()
                || mediaType(partContentType.get())
                        .filter(type -> type.essence().equals(DicomWeb.DICOM))
                        .isPresent();
    }

    /**
     * Whether a part is metadata of the form. The first one is if it does not say otherwise; a document in JSON that is bulk data
     * has an address.
     */
    static boolean isMetadata(MetadataForm form, Optional<String> partContentType, boolean first, boolean addressed) {
        if (partContentType.isEmpty()) {
            return first;
        }
        String essence =
                mediaType(partContentType.get()).map(MediaRange::essence).orElse("");
        return switch (form) {
            case JSON -> essence.equals(DicomWeb.DICOM_JSON) || essence.equals(DicomWeb.JSON) && !addressed;
            case XML -> essence.equals(DicomWeb.DICOM_XML);
        };
    }

    private static ProblemException unsupported() {
        return Problem.of(
                        415,
                        "Instances are taken as multipart/related with type application/dicom, application/dicom+json or"
                                + " application/dicom+xml, or a single one of these; images, videos and documents come with"
                                + " metadata, as further parts.")
                .toException();
    }
}
