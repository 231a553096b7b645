/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;

/**
 * How whole instances go out (PS3.18 10.4.4).
 *
 * @param multipart whether as parts of multipart/related, else as one application/dicom
 * @param syntaxes in which transfer syntaxes
 */
public record InstanceNegotiation(boolean multipart, WantedSyntaxes syntaxes) {

    private static final Set<String> PART_TYPES = Set.of(DicomWeb.DICOM, "application/*", "*/*");

    /**
     * Decides on the framing by the range wanted most; the syntaxes of all ranges of that framing count.
     *
     * @param isOne whether exactly one instance is asked for, which may go out as a single part
     * @return empty if nothing that can be given is accepted
     */
    public static Optional<InstanceNegotiation> of(Acceptance acceptance, boolean isOne) {
        Boolean multipart = null;
        List<String> syntaxes = new ArrayList<>();
        for (MediaRange range : acceptance.ranges()) {
            boolean several = isMultipart(range);
            if (!several && !(isOne && isSingle(range))) {
                continue;
            }
            if (multipart == null) {
                multipart = several;
            }
            if (multipart == several) {
                syntaxes.add(range.parameter("transfer-syntax").orElse(WantedSyntaxes.UNSAID));
            }
        }
        return Optional.ofNullable(multipart)
                .map(several -> new InstanceNegotiation(several, new WantedSyntaxes(syntaxes)));
    }

    private static boolean isMultipart(MediaRange range) {
        return switch (range.essence()) {
            case "*/*", "multipart/*" -> true;
            case DicomWeb.MULTIPART_RELATED ->
                PART_TYPES.contains(range.parameter("type").orElse(DicomWeb.DICOM));
            default -> false;
        };
    }

    private static boolean isSingle(MediaRange range) {
        return range.essence().equals(DicomWeb.DICOM) || range.essence().equals("application/*");
    }
}
