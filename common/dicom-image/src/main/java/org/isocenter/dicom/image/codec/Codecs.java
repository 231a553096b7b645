/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.htj2k.HtJ2kEncoder;
import org.isocenter.dicom.image.codec.jpeg.JpegDctEncoder;
import org.isocenter.dicom.image.codec.jpeg.JpegDecoder;
import org.isocenter.dicom.image.codec.jpeg.JpegLosslessEncoder;
import org.isocenter.dicom.image.codec.jpegls.JpegLsDecoder;
import org.isocenter.dicom.image.codec.jpegls.JpegLsEncoder;
import org.isocenter.dicom.image.codec.rle.RleDecoder;
import org.isocenter.dicom.image.codec.rle.RleEncoder;

/** All codecs by transfer syntax, our own and those of libraries. They keep no state: one of each serves all threads. */
public final class Codecs {

    /** Of lossy JPEG, 1 to 100. */
    private static final int QUALITY = 90;

    /** By how much samples of near-lossless JPEG-LS may be off. */
    private static final int NEAR = 2;

    private static final Map<String, FrameDecoder> DECODERS = decoders();
    private static final Map<String, FrameEncoder> ENCODERS = encoders();

    private Codecs() {}

    private static Map<String, FrameDecoder> decoders() {
        FrameDecoder jpeg = new JpegDecoder();
        FrameDecoder jpegLs = new JpegLsDecoder();
        return Map.ofEntries(
                Map.entry(UID.RLELossless, new RleDecoder()),
                Map.entry(UID.JPEGBaseline8Bit, jpeg),
                Map.entry(UID.JPEGExtended12Bit, jpeg),
                // retired: spectral selection and full progression
                Map.entry("1.2.840.10008.1.2.4.53", jpeg),
                Map.entry("1.2.840.10008.1.2.4.55", jpeg),
                Map.entry(UID.JPEGLossless, jpeg),
                Map.entry(UID.JPEGLosslessSV1, jpeg),
                Map.entry(UID.JPEGLSLossless, jpegLs),
                Map.entry(UID.JPEGLSNearLossless, jpegLs));
    }

    private static Map<String, FrameEncoder> encoders() {
        return Map.ofEntries(
                Map.entry(UID.RLELossless, new RleEncoder()),
                Map.entry(UID.JPEGBaseline8Bit, JpegDctEncoder.baseline(QUALITY)),
                Map.entry(UID.JPEGExtended12Bit, JpegDctEncoder.extended(QUALITY)),
                // plane and left neighbour: better than predictor 1 for most images
                Map.entry(UID.JPEGLossless, new JpegLosslessEncoder(5)),
                Map.entry(UID.JPEGLosslessSV1, new JpegLosslessEncoder(1)),
                Map.entry(UID.JPEGLSLossless, new JpegLsEncoder(0)),
                Map.entry("1.2.840.10008.1.2.4.201", new HtJ2kEncoder()),
                Map.entry(UID.JPEGLSNearLossless, new JpegLsEncoder(NEAR)));
    }

    /** The decoder of a transfer syntax, of a video's first frame; empty if there is none, as for native ones. */
    public static Optional<FrameDecoder> decoder(String transferSyntaxUid) {
        FrameDecoder own = DECODERS.get(transferSyntaxUid);
        return own != null ? Optional.of(own) : LibraryCodecs.decoder(transferSyntaxUid);
    }

    /** The encoder of a transfer syntax, of a quality for diagnosis where it is lossy; empty if there is none. */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        FrameEncoder own = ENCODERS.get(transferSyntaxUid);
        return own != null ? Optional.of(own) : LibraryCodecs.encoder(transferSyntaxUid);
    }
}
