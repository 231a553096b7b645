/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.jpeg.JpegDecoder;
import org.isocenter.dicom.image.codec.rle.RleDecoder;
import org.isocenter.dicom.image.codec.rle.RleEncoder;

/** The codecs by transfer syntax. They keep no state: one of each serves all threads. */
public final class Codecs {

    private static final Map<String, FrameDecoder> DECODERS = decoders();
    private static final Map<String, FrameEncoder> ENCODERS = encoders();

    private Codecs() {}

    private static Map<String, FrameDecoder> decoders() {
        FrameDecoder jpeg = new JpegDecoder();
        return Map.ofEntries(
                Map.entry(UID.RLELossless, new RleDecoder()),
                Map.entry(UID.JPEGBaseline8Bit, jpeg),
                Map.entry(UID.JPEGExtended12Bit, jpeg),
                // retired: spectral selection and full progression
                Map.entry("1.2.840.10008.1.2.4.53", jpeg),
                Map.entry("1.2.840.10008.1.2.4.55", jpeg),
                Map.entry(UID.JPEGLossless, jpeg),
                Map.entry(UID.JPEGLosslessSV1, jpeg));
    }

    private static Map<String, FrameEncoder> encoders() {
        return Map.ofEntries(Map.entry(UID.RLELossless, new RleEncoder()));
    }

    /** The decoder of a transfer syntax; empty if there is none, as for native ones. */
    public static Optional<FrameDecoder> decoder(String transferSyntaxUid) {
        return Optional.ofNullable(DECODERS.get(transferSyntaxUid));
    }

    /** The encoder of a transfer syntax, of a quality for diagnosis where it is lossy; empty if there is none. */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return Optional.ofNullable(ENCODERS.get(transferSyntaxUid));
    }
}
