/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;

/** Tells the transfer syntax of pixel data that came as bulk data (PS3.18 8.7.3.3). */
final class PictureSyntax {

    private PictureSyntax() {}

    /**
     * What the part says, else what the metadata say, else what the codestream is, else what the media type stands for.
     *
     * @param ofMetadata Transfer Syntax UID (0002,0010), which metadata may have
     * @param codestream what its headers say
     * @throws ArchiveException BULK_DATA_MISMATCH if part and metadata do not agree, TRANSFER_SYNTAX_NOT_SUPPORTED for one that is not
     *     for the web or that nothing tells
     */
    static TransferSyntax of(BulkPart part, Optional<String> ofMetadata, Optional<CodestreamFacts> codestream) {
        Optional<String> ofPart = part.transferSyntax();
        if (ofPart.isPresent() && ofMetadata.isPresent() && !ofPart.equals(ofMetadata)) {
            throw new ArchiveException(ErrorCode.BULK_DATA_MISMATCH, "part and metadata name two transfer syntaxes");
        }
        String uid = ofPart.or(() -> ofMetadata)
                .or(() -> part.isPicture()
                        ? codestream.flatMap(CodestreamFacts::transferSyntaxUid).or(() -> ofMediaType(part.essence()))
                        : Optional.of(UID.ExplicitVRLittleEndian))
                .orElseThrow(PictureSyntax::unknown);
        TransferSyntax transferSyntax = TransferSyntax.of(uid);
        // PS3.18 8.7.3: big endian is not for the web; deflated bulk data are not defined
        boolean littleEndian = transferSyntax.encapsulated()
                || uid.equals(UID.ExplicitVRLittleEndian)
                || uid.equals(UID.ImplicitVRLittleEndian);
        if (!transferSyntax.isKnown() || !littleEndian) {
            throw unknown();
        }
        if (part.isPicture() && !transferSyntax.encapsulated()) {
            throw new ArchiveException(
                    ErrorCode.BULK_DATA_MISMATCH, "an image in a transfer syntax without compression");
        }
        return transferSyntax.encapsulated() ? transferSyntax : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    /** PS3.18 table 8.7.3-5: the default of each media type whose codestream does not say what it is. */
    private static Optional<String> ofMediaType(String mediaType) {
        return Optional.ofNullable(
                switch (mediaType) {
                    case "image/dicom-rle", "image/x-dicom-rle" -> UID.RLELossless;
                    case "image/jpx" -> UID.JPEG2000MCLossless;
                    case "image/jxl" -> UID.JPEGXL;
                    case "video/mpeg", "video/mpeg2" -> UID.MPEG2MPML;
                    case "video/mp4" -> UID.MPEG4HP41;
                    case "video/h265" -> UID.HEVCMP51;
                    default -> null;
                });
    }

    private static ArchiveException unknown() {
        return new ArchiveException(
                ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, "the transfer syntax of the pixel data is not supported");
    }
}
