/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.transcode;

import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.codec.NativeDecoder;
import org.isocenter.dicom.image.frame.ColorConversion;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * Frames of one transfer syntax in another. What is encoded is encoded without loss; what was lossy already becomes RGB where it was
 * luminance and chrominance, with the rounding of that, as DCMTK decodes it. Immutable.
 */
public final class FrameTranscoder {

    /** Native ones that frames can be put out in. */
    private static final Set<String> NATIVE = Set.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian);

    /** Lossy by their definition, or mostly so. */
    private static final Set<String> LOSSY = Set.of(
            UID.JPEGBaseline8Bit,
            UID.JPEGExtended12Bit,
            "1.2.840.10008.1.2.4.53",
            "1.2.840.10008.1.2.4.55",
            UID.JPEGLSNearLossless,
            UID.JPEG2000,
            UID.JPEG2000MC,
            "1.2.840.10008.1.2.4.111",
            "1.2.840.10008.1.2.4.112",
            "1.2.840.10008.1.2.4.203");

    private final TransferSyntax to;
    private final FrameDecoder decoder;
    private final Optional<FrameEncoder> encoder;
    private final boolean lossySource;

    private FrameTranscoder(TransferSyntax from, TransferSyntax to) {
        this.to = to;
        this.decoder = Codecs.decoder(from.uid()).orElseGet(NativeDecoder::new);
        this.encoder = Codecs.encoder(to.uid());
        this.lossySource = isLossy(from);
    }

    /** Whether pixels of a transfer syntax are not those that were taken. */
    public static boolean isLossy(TransferSyntax syntax) {
        return LOSSY.contains(syntax.uid()) || syntax.isVideo();
    }

    /** Whether a transfer syntax has room for frames of a format, as far as that tells. */
    public static boolean canEncode(FrameFormat format, TransferSyntax to) {
        return Codecs.encoder(to.uid())
                .map(encoder -> encoder.canEncode(format))
                .orElse(true);
    }

    /** Whether frames can be had in the other syntax, if {@link #canEncode} says so too. */
    public static boolean canTranscode(TransferSyntax from, TransferSyntax to) {
        boolean read = from.isNative() && !from.deflated()
                || !from.isVideo() && Codecs.decoder(from.uid()).isPresent();
        boolean written = NATIVE.contains(to.uid())
                || Codecs.encoder(to.uid()).filter(FrameEncoder::isLossless).isPresent();
        return read && written && !(from.isNative() && to.isNative());
    }

    /**
     * From one to another.
     *
     * @throws IllegalArgumentException if {@link #canTranscode} is false
     */
    public static FrameTranscoder of(TransferSyntax from, TransferSyntax to) {
        if (!canTranscode(from, to)) {
            throw new IllegalArgumentException("no frames of " + from.uid() + " in " + to.uid());
        }
        return new FrameTranscoder(from, to);
    }

    /**
     * The samples of a frame.
     *
     * @param described by the data set
     * @param stored the bytes of the frame: its codestream, or its samples in little endian
     */
    public Frame decode(FrameFormat described, byte[] stored) throws CodestreamException {
        Frame frame = decoder.decode(described, stored);
        return lossySource && isLuminanceAndChrominance(frame) ? ColorConversion.toRgb(frame) : frame;
    }

    private static boolean isLuminanceAndChrominance(Frame frame) {
        FrameFormat format = frame.format();
        return format.samplesPerPixel() == 3
                && format.photometricInterpretation().startsWith("YBR_")
                && ColorConversion.isConvertible(format.photometricInterpretation());
    }

    /** The bytes of a frame as they are put out, not padded to an even length. */
    public byte[] encode(Frame frame) throws CodestreamException {
        return encoder.isPresent() ? encoder.get().encode(frame) : frame.samples();
    }

    /** The Photometric Interpretation of frames that are put out. */
    String photometricInterpretation(FrameFormat format) {
        return encoder.map(each -> each.photometricInterpretation(format.photometricInterpretation()))
                .orElse(format.photometricInterpretation());
    }

    /** Whether frames that are put out lie in the order of planes. */
    boolean isPlanar(FrameFormat format) {
        return encoder.isEmpty() ? format.planar() : to.uid().equals(UID.RLELossless);
    }

    /** What frames are put out in. */
    public TransferSyntax target() {
        return to;
    }
}
