/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.codec.NativeDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.TransferSyntax;

/** What makes frames of the bytes that are stored, by transfer syntax. */
final class StoredFrameDecoders {

    /** PS3.5 A.4.11. */
    private static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";

    /** Deflated Image Frame Compression: each frame is deflated by itself. */
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    private static final FrameDecoder NATIVE = new NativeDecoder();

    private StoredFrameDecoders() {}

    /** The decoder; empty if there is none. */
    static Optional<FrameDecoder> of(TransferSyntax stored) {
        if (stored.isNative()) {
            return Optional.of(NATIVE);
        }
        return switch (stored.uid()) {
            case ENCAPSULATED_UNCOMPRESSED -> Optional.of(StoredFrameDecoders::unpad);
            case DEFLATED_FRAMES -> Optional.of(StoredFrameDecoders::inflate);
            default -> Codecs.decoder(stored.uid());
        };
    }

    /** A fragment is of even length (PS3.5 A.4). */
    private static Frame unpad(FrameFormat format, byte[] bytes) throws CodestreamException {
        boolean padded = bytes.length == format.length() + 1;
        return NATIVE.decode(format, padded ? Arrays.copyOf(bytes, format.length()) : bytes);
    }

    private static Frame inflate(FrameFormat format, byte[] bytes) throws CodestreamException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] samples = new byte[format.length()];
            inflater.setInput(bytes);
            int length = 0;
            while (length < samples.length) {
                int count = inflater.inflate(samples, length, samples.length - length);
                if (count == 0) {
                    throw new CodestreamException("a deflated frame is shorter than is described");
                }
                length += count;
            }
            return new Frame(format, samples);
        } catch (DataFormatException e) {
            throw new CodestreamException("no deflated frame", e);
        } finally {
            inflater.end();
        }
    }
}
