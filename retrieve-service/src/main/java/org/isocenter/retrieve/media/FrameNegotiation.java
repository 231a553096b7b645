/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.Optional;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.MediaRange;

/**
 * How frames or bulk values go out (PS3.18 8.7.3.3, 10.4.4).
 *
 * @param multipart whether as parts of multipart/related
 * @param mediaType of a part
 * @param transferSyntaxUid of a part
 */
public record FrameNegotiation(boolean multipart, String mediaType, String transferSyntaxUid) {

    /**
     * Decides by the first range that what is stored can satisfy.
     *
     * @param stored how the pixels are stored
     * @param isOne whether one frame is asked for, which may go out as a single part
     * @return empty if nothing that can be given is accepted
     */
    public static Optional<FrameNegotiation> of(Acceptance acceptance, TransferSyntax stored, boolean isOne) {
        for (MediaRange range : acceptance.ranges()) {
            boolean several = range.essence().equals("*/*") || range.type().equals("multipart");
            if (!several && !isOne) {
                continue;
            }
            if (range.type().equals("multipart")
                    && !range.subtype().equals("related")
                    && !range.subtype().equals("*")) {
                continue;
            }
            String wanted = several ? range.parameter("type").orElse("*/*") : range.essence();
            Optional<FrameNegotiation> found =
                    offer(wanted, range.parameter("transfer-syntax").orElse(WantedSyntaxes.UNSAID), stored, several);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<FrameNegotiation> offer(
            String wantedType, String wantedSyntax, TransferSyntax stored, boolean several) {
        boolean any = wantedSyntax.equals(WantedSyntaxes.ANY);
        boolean unsaid = wantedSyntax.equals(WantedSyntaxes.UNSAID);
        if (!stored.encapsulated()) {
            boolean fits = FrameMediaTypes.matches(wantedType, FrameMediaTypes.OCTET_STREAM)
                    && (any || unsaid || wantedSyntax.equals(UID.ExplicitVRLittleEndian));
            return fits
                    ? Optional.of(
                            new FrameNegotiation(several, FrameMediaTypes.OCTET_STREAM, UID.ExplicitVRLittleEndian))
                    : Optional.empty();
        }
        String own = FrameMediaTypes.of(stored);
        if (!any && !unsaid && !wantedSyntax.equals(stored.uid())) {
            return Optional.empty();
        }
        if (FrameMediaTypes.matches(wantedType, own)) {
            return Optional.of(new FrameNegotiation(several, own, stored.uid()));
        }
        // viewers ask for octets in any syntax and read the answer's transfer-syntax
        return wantedType.equals(FrameMediaTypes.OCTET_STREAM) && !unsaid
                ? Optional.of(new FrameNegotiation(several, FrameMediaTypes.OCTET_STREAM, stored.uid()))
                : Optional.empty();
    }

    /** The Content-Type of a part. */
    public String partType() {
        return mediaType + "; transfer-syntax=" + transferSyntaxUid;
    }
}
