/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Encoder;

/** The codecs that libraries of others do, by transfer syntax; none is loaded before it is used. Thread-safe. */
public final class LibraryCodecs {

    private static final String JPEG_2000_LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final double DEFAULT_RATIO = 10;

    private static final FrameDecoder JPEG_2000_DECODER = new Jpeg2000Decoder();

    /** JPEG 2000, that of Part 2 as far as it uses no extension, and HTJ2K. */
    private static final Map<String, FrameDecoder> DECODERS = Map.ofEntries(
            Map.entry(JPEG_2000_LOSSLESS, JPEG_2000_DECODER),
            Map.entry(JPEG_2000, JPEG_2000_DECODER),
            Map.entry("1.2.840.10008.1.2.4.92", JPEG_2000_DECODER),
            Map.entry("1.2.840.10008.1.2.4.93", JPEG_2000_DECODER),
            Map.entry("1.2.840.10008.1.2.4.201", JPEG_2000_DECODER),
            Map.entry("1.2.840.10008.1.2.4.202", JPEG_2000_DECODER),
            Map.entry("1.2.840.10008.1.2.4.203", JPEG_2000_DECODER));

    private static final Map<String, FrameEncoder> ENCODERS =
            Map.of(JPEG_2000_LOSSLESS, Jpeg2000Encoder.lossless(), JPEG_2000, Jpeg2000Encoder.lossy(DEFAULT_RATIO));

    private LibraryCodecs() {}

    /** The decoder of a transfer syntax; empty if no library serves it. */
    public static Optional<FrameDecoder> decoder(String transferSyntaxUid) {
        return Optional.ofNullable(DECODERS.get(transferSyntaxUid));
    }

    /** The encoder of a transfer syntax, with its usual settings; empty if no library serves it. */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return Optional.ofNullable(ENCODERS.get(transferSyntaxUid));
    }
}
