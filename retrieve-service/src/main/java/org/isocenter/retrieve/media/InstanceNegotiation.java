/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;

/**
 * How whole instances go out (PS3.18 10.4.4).
 *
 * @param framing what holds them
 * @param syntaxes in which transfer syntaxes; of no meaning for {@link Framing#BULK_DATA}
 */
public record InstanceNegotiation(Framing framing, WantedSyntaxes syntaxes) {

    private static final Set<String> PART_TYPES = Set.of(DicomWeb.DICOM, "application/*", "*/*");

    /** What holds the instances. */
    public enum Framing {
        /** Parts of multipart/related. */
        MULTIPART,
        /** The body itself, which is one DICOM file. */
        SINGLE,
        /** Entries of a ZIP file. */
        ZIP,
        /** Not the instances but their bulk values were asked for, by a media type of bulk data (PS3.18 10.4.4). */
        BULK_DATA
    }

    /**
     * Decides on the framing by the range wanted most in which something can be given; the syntaxes of all ranges of that
     * framing count.
     *
     * @param stored the transfer syntaxes in which the instances are kept
     * @param isOne whether exactly one instance is asked for, which may go out as a single part
     * @return empty if nothing that can be given is accepted
     */
    public static Optional<InstanceNegotiation> of(
            Acceptance acceptance, Collection<TransferSyntax> stored, boolean isOne) {
        Framing chosen = null;
        List<String> syntaxes = new ArrayList<>();
        for (MediaRange range : acceptance.ranges()) {
            Optional<Framing> framing = framing(range, stored, isOne)
                    .filter(each -> !acceptance.refuses(mediaType(each)) && isPossible(each, range, stored));
            if (chosen == null && framing.isPresent()) {
                chosen = framing.get();
            }
            if (framing.isPresent() && framing.get() == chosen) {
                syntaxes.add(syntax(range));
            }
        }
        return Optional.ofNullable(chosen)
                .map(framing -> new InstanceNegotiation(framing, new WantedSyntaxes(syntaxes)));
    }

    private static Optional<Framing> framing(MediaRange range, Collection<TransferSyntax> stored, boolean isOne) {
        String essence = range.essence();
        if (essence.equals("*/*") || essence.equals("multipart/*")) {
            return Optional.of(Framing.MULTIPART);
        }
        if (essence.equals(DicomWeb.MULTIPART_RELATED)) {
            String type = range.parameter("type").orElse(DicomWeb.DICOM);
            if (PART_TYPES.contains(type.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(Framing.MULTIPART);
            }
        }
        if (essence.equals(DicomWeb.DICOM) || essence.equals("application/*")) {
            return isOne ? Optional.of(Framing.SINGLE) : Optional.empty();
        }
        if (essence.equals(DicomWeb.ZIP)) {
            return Optional.of(Framing.ZIP);
        }
        boolean isBulk = stored.stream()
                .anyMatch(each -> FrameNegotiation.of(range, each, isOne).isPresent());
        return isBulk ? Optional.of(Framing.BULK_DATA) : Optional.empty();
    }

    private static boolean isPossible(Framing framing, MediaRange range, Collection<TransferSyntax> stored) {
        WantedSyntaxes wanted = new WantedSyntaxes(List.of(syntax(range)));
        return framing == Framing.BULK_DATA
                || stored.stream().anyMatch(each -> wanted.select(each).isPresent());
    }

    private static String syntax(MediaRange range) {
        return range.parameter("transfer-syntax").orElse(WantedSyntaxes.UNSAID).strip();
    }

    private static MediaRange mediaType(Framing framing) {
        return MediaRange.parse(
                switch (framing) {
                    case MULTIPART -> Offers.INSTANCES;
                    case SINGLE -> DicomWeb.DICOM;
                    case ZIP -> DicomWeb.ZIP;
                    case BULK_DATA -> Offers.BULK_DATA;
                });
    }
}
