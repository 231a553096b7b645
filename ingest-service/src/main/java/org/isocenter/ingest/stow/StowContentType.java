/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.Optional;

import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;

/**
 * What a store request's body is (PS3.18 10.5.1): one DICOM file, or several as parts.
 *
 * @param boundary between the parts; empty if the body is a single file
 */
record StowContentType(Optional<String> boundary) {

    /**
     * Reads the Content-Type header.
     *
     * @param header null if there is none
     * @throws ProblemException 415 if it is not application/dicom, alone or in multipart/related;
     *     400 if the boundary is missing
     */
    static StowContentType parse(String header) {
        MediaRange contentType;
        try {
            contentType = MediaRange.parse(header == null ? "" : header);
        } catch (IllegalArgumentException e) {
            throw unsupported();
        }
        if (contentType.essence().equals(DicomWeb.DICOM)) {
            return new StowContentType(Optional.empty());
        }
        if (!contentType.essence().equals(DicomWeb.MULTIPART_RELATED)
                || !contentType.parameter("type").orElse(DicomWeb.DICOM).equalsIgnoreCase(DicomWeb.DICOM)) {
            throw unsupported();
        }
        Optional<String> boundary = contentType.parameter("boundary").filter(value -> !value.isEmpty());
        if (boundary.isEmpty()) {
            throw Problem.of(400, "The Content-Type names no boundary.").toException();
        }
        return new StowContentType(boundary);
    }

    /**
     * Whether a part can be stored. Parts without a type are taken for DICOM files: RFC 2387 lets the whole body's type
     * stand for them.
     */
    static boolean isDicom(Optional<String> partContentType) {
        try {
            return partContentType.isEmpty()
                    || MediaRange.parse(partContentType.get()).essence().equals(DicomWeb.DICOM);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ProblemException unsupported() {
        return Problem.of(
                        415,
                        "Instances are taken as multipart/related; type=\"application/dicom\" or as application/dicom.")
                .toException();
    }
}
