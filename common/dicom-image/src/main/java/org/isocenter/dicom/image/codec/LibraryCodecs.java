/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Encoder;
import org.isocenter.dicom.image.codec.jpegxl.JpegXlDecoder;
import org.isocenter.dicom.image.codec.video.VideoDecoder;

/** The codecs that libraries of others do, by transfer syntax; none is loaded before it is used. Thread-safe. */
public final class LibraryCodecs {

    private static final String JPEG_2000_LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final double DEFAULT_RATIO = 10;

    private static final FrameDecoder JPEG_2000_DECODER = new Jpeg2000Decoder();

    /** JPEG 2000, that of Part 2 as far as it uses no extension, and HTJ2K. */
    private static final Set<String> JPEG_2000_SYNTAXES = Set.of(
            JPEG_2000_LOSSLESS,
            JPEG_2000,
            "1.2.840.10008.1.2.4.92",
            "1.2.840.10008.1.2.4.93",
            "1.2.840.10008.1.2.4.201",
            "1.2.840.10008.1.2.4.202",
            "1.2.840.10008.1.2.4.203");

    /** MPEG-2, H.264 and HEVC; those that may be in many fragments end with .1. */
    private static final Set<String> VIDEO_SYNTAXES = Set.of(
            "1.2.840.10008.1.2.4.100",
            "1.2.840.10008.1.2.4.100.1",
            "1.2.840.10008.1.2.4.101",
            "1.2.840.10008.1.2.4.101.1",
            "1.2.840.10008.1.2.4.102",
            "1.2.840.10008.1.2.4.102.1",
            "1.2.840.10008.1.2.4.103",
            "1.2.840.10008.1.2.4.103.1",
            "1.2.840.10008.1.2.4.104",
            "1.2.840.10008.1.2.4.104.1",
            "1.2.840.10008.1.2.4.105",
            "1.2.840.10008.1.2.4.105.1",
            "1.2.840.10008.1.2.4.106",
            "1.2.840.10008.1.2.4.106.1",
            "1.2.840.10008.1.2.4.107",
            "1.2.840.10008.1.2.4.108");

    private static final Set<String> JPEG_XL_SYNTAXES =
            Set.of("1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112");

    private static final FrameDecoder JPEG_XL_DECODER = new JpegXlDecoder();

    private static final FrameDecoder VIDEO_DECODER = new VideoDecoder();

    private static final Map<String, FrameEncoder> ENCODERS =
            Map.of(JPEG_2000_LOSSLESS, Jpeg2000Encoder.lossless(), JPEG_2000, Jpeg2000Encoder.lossy(DEFAULT_RATIO));

    private LibraryCodecs() {}

    /** The decoder of a transfer syntax, of a video's first frame; empty if no library serves it. */
    public static Optional<FrameDecoder> decoder(String transferSyntaxUid) {
        if (JPEG_2000_SYNTAXES.contains(transferSyntaxUid)) {
            return Optional.of(JPEG_2000_DECODER);
        }
        if (JPEG_XL_SYNTAXES.contains(transferSyntaxUid)) {
            return JpegXlDecoder.present() ? Optional.of(JPEG_XL_DECODER) : Optional.empty();
        }
        return VIDEO_SYNTAXES.contains(transferSyntaxUid) ? Optional.of(VIDEO_DECODER) : Optional.empty();
    }

    /** The encoder of a transfer syntax, with its usual settings; empty if no library serves it. */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return Optional.ofNullable(ENCODERS.get(transferSyntaxUid));
    }
}
