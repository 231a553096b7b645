/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
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
        return of(acceptance, stored, isOne, false);
    }

    /**
     * The same for frames, which are encoded anew where what is stored is not accepted.
     *
     * @param haveRoom whether a transfer syntax has room for the frames
     */
    public static Optional<FrameNegotiation> ofFrames(
            Acceptance acceptance, TransferSyntax stored, boolean isOne, Predicate<TransferSyntax> haveRoom) {
        Optional<FrameNegotiation> asStored = of(acceptance, stored, isOne);
        return asStored.isPresent()
                ? asStored
                : acceptance.ranges().stream()
                        .flatMap(range -> anew(range, stored, isOne, haveRoom).stream())
                        .filter(found -> !acceptance.refuses(found.asMediaType()))
                        .findFirst();
    }

    private static Optional<FrameNegotiation> anew(
            MediaRange range, TransferSyntax stored, boolean isOne, Predicate<TransferSyntax> haveRoom) {
        boolean several = isSeveral(range, false);
        if (!several && !isOne) {
            return Optional.empty();
        }
        String type = wantedType(range, several);
        String wanted =
                range.parameter("transfer-syntax").orElse(WantedSyntaxes.UNSAID).strip();
        boolean unsaid = wanted.equals(WantedSyntaxes.UNSAID) || wanted.equals(WantedSyntaxes.ANY);
        return FrameMediaTypes.encodable().stream()
                .filter(syntax -> FrameMediaTypes.matches(type, FrameMediaTypes.of(syntax)))
                .filter(syntax -> unsaid || wanted.equals(syntax.uid()))
                .filter(syntax -> FrameTranscoder.canTranscode(stored, syntax))
                .filter(haveRoom)
                .findFirst()
                .map(syntax -> new FrameNegotiation(several, FrameMediaTypes.of(syntax), syntax.uid()));
    }

    private static boolean isSeveral(MediaRange range, boolean isRange) {
        return (range.essence().equals("*/*") && !isRange) || range.type().equals("multipart");
    }

    private static String wantedType(MediaRange range, boolean several) {
        String wanted = several ? range.parameter("type").orElse("*/*") : range.essence();
        return wanted.strip().toLowerCase(Locale.ROOT);
    }

    /** The same for one value of which only a range of bytes is wanted: who takes anything gets it as a single part. */
    public static Optional<FrameNegotiation> ofRange(Acceptance acceptance, TransferSyntax stored) {
        return of(acceptance, stored, true, true);
    }

    private static Optional<FrameNegotiation> of(
            Acceptance acceptance, TransferSyntax stored, boolean isOne, boolean isRange) {
        return acceptance.ranges().stream()
                .flatMap(range -> of(range, stored, isOne, isRange).stream())
                .filter(found -> !acceptance.refuses(found.asMediaType()))
                .findFirst();
    }

    /** What one range lets be given. */
    static Optional<FrameNegotiation> of(MediaRange range, TransferSyntax stored, boolean isOne) {
        return of(range, stored, isOne, false);
    }

    private static Optional<FrameNegotiation> of(
            MediaRange range, TransferSyntax stored, boolean isOne, boolean isRange) {
        boolean several = isSeveral(range, isRange);
        if (!several && !isOne) {
            return Optional.empty();
        }
        if (range.type().equals("multipart")
                && !range.subtype().equals("related")
                && !range.subtype().equals("*")) {
            return Optional.empty();
        }
        return offer(
                wantedType(range, several),
                range.parameter("transfer-syntax").orElse(WantedSyntaxes.UNSAID).strip(),
                stored,
                several);
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

    private MediaRange asMediaType() {
        if (!multipart) {
            return MediaRange.parse(partType());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", mediaType);
        parameters.put("transfer-syntax", transferSyntaxUid);
        return MediaRange.parse(DicomWeb.MULTIPART_RELATED).with(parameters);
    }
}
