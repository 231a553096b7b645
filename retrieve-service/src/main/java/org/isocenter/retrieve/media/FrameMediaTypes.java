/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;

/** The media types of single frames by transfer syntax (PS3.18 8.7.3.3 to 8.7.3.5). */
public final class FrameMediaTypes {

    /** Bytes without a structure of their own: uncompressed pixels, little endian. */
    public static final String OCTET_STREAM = "application/octet-stream";

    /** In which frames can be encoded anew, the default of each media type first (PS3.18 Table 8.7.3-5). */
    private static final List<TransferSyntax> ENCODABLE = Stream.of(
                    UID.ExplicitVRLittleEndian,
                    UID.JPEGLosslessSV1,
                    UID.JPEGLossless,
                    UID.JPEGLSLossless,
                    UID.JPEG2000Lossless,
                    "1.2.840.10008.1.2.4.201",
                    UID.RLELossless)
            .map(TransferSyntax::of)
            .toList();

    private FrameMediaTypes() {}

    static List<TransferSyntax> encodable() {
        return ENCODABLE;
    }

    /** The media type of frames as they are stored. */
    public static String of(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless, UID.JPEGLosslessSV1 -> "image/jpeg";
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> "image/jls";
            case UID.JPEG2000Lossless, UID.JPEG2000 -> "image/jp2";
            case UID.JPEG2000MCLossless, UID.JPEG2000MC -> "image/jpx";
            case UID.RLELossless -> "image/dicom-rle";
            default -> byPrefix(syntax);
        };
    }

    private static String byPrefix(TransferSyntax syntax) {
        String prefix = "1.2.840.10008.1.2.4.";
        if (!syntax.uid().startsWith(prefix)) {
            return OCTET_STREAM;
        }
        return switch (syntax.uid().substring(prefix.length())) {
            case "110", "111", "112" -> "image/jxl";
            case "201", "202", "203" -> "image/jphc";
            case "100", "100.1", "101", "101.1" -> "video/mpeg";
            case "102", "102.1", "103", "103.1", "104", "104.1", "105", "105.1", "106", "106.1" -> "video/mp4";
            case "107", "108" -> "video/H265";
            default -> OCTET_STREAM;
        };
    }

    /** Whether frames of the syntax are one video stream, which is no sequence of frames that stand alone. */
    public static boolean isVideo(TransferSyntax syntax) {
        return of(syntax).startsWith("video/");
    }

    /** Whether a type that a client wrote means a media type of ours; older names are understood (PS3.18 before 2017). */
    static boolean matches(String wanted, String offered) {
        if (wanted.equalsIgnoreCase(offered) || wanted.equals("*/*")) {
            return true;
        }
        int slash = offered.indexOf('/');
        if (wanted.equalsIgnoreCase(offered.substring(0, slash) + "/*")) {
            return true;
        }
        return switch (offered) {
            case "image/jls" -> Set.of("image/x-jls", "image/dicom+jpeg-ls").contains(wanted);
            case "image/jp2" -> Set.of("image/jpeg2000", "image/dicom+jp2").contains(wanted);
            // as Cornerstone asks for it
            case "image/jphc" -> wanted.equals("image/jhc");
            case "image/jpx" -> wanted.equals("image/dicom+jpx");
            case "image/jpeg" -> wanted.equals("image/dicom+jpeg");
            case "image/dicom-rle" ->
                Set.of("image/x-dicom-rle", "image/dicom+rle").contains(wanted);
            default -> false;
        };
    }
}
