/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * JPEG 2000 by OpenJPEG (PS3.5 8.2.4): lossless with the reversible wavelet, or lossy with the irreversible one. RGB is
 * transformed (RCT or ICT); the precision is Bits Stored. Samples of 8 or 16 bits allocated that start at bit 0.
 */
public final class Jpeg2000Encoder implements FrameEncoder {

    private static final String RGB = "RGB";
    private static final int MAX_RESOLUTIONS = 6;
    /** What headers take, and an image that does not compress at all. */
    private static final long ROOM_FOR_HEADERS = 65_536;

    private final float ratio;

    private Jpeg2000Encoder(float ratio) {
        this.ratio = ratio;
    }

    /** One after which every frame comes back as it was. */
    public static Jpeg2000Encoder lossless() {
        return new Jpeg2000Encoder(0);
    }

    /**
     * One that loses something.
     *
     * @param ratio of the bits of the frame to those of the codestream, above 1; a frame that needs less takes less
     */
    public static Jpeg2000Encoder lossy(double ratio) {
        if (!(ratio > 1)) {
            throw new IllegalArgumentException("a compression ratio of 1 or less");
        }
        return new Jpeg2000Encoder((float) ratio);
    }

    @Override
    public boolean canEncode(FrameFormat format) {
        return SampleReader.isPossible(format);
    }

    @Override
    public boolean isLossless() {
        return ratio == 0;
    }

    @Override
    public String photometricInterpretation(String ofFrame) {
        String transformed = isLossless() ? "YBR_RCT" : "YBR_ICT";
        return ofFrame.equals(RGB) ? transformed : ofFrame;
    }

    @Override
    public byte[] encode(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        if (!isLossless() && format.photometricInterpretation().equals("PALETTE COLOR")) {
            throw new CodestreamException("indexes of a palette cannot be compressed with loss");
        }
        SampleReader samples = SampleReader.of(frame);
        OpenJpeg openJpeg = OpenJpegLibrary.functions();
        Pointer image = SourceImage.create(openJpeg, samples);
        try (MemoryStream stream = MemoryStream.ofCapacity(openJpeg, 2L * format.length() + ROOM_FOR_HEADERS)) {
            encode(openJpeg, image, format, stream);
            return stream.written();
        } finally {
            openJpeg.imageDestroy(image);
        }
    }

    private void encode(OpenJpeg openJpeg, Pointer image, FrameFormat format, MemoryStream stream)
            throws CodestreamException {
        Pointer codec = openJpeg.createCompress(OpenJpeg.CODESTREAM);
        if (codec == null) {
            throw new CodestreamException("no memory for a JPEG 2000 encoder");
        }
        try (Memory parameters = new Memory(OpenJpegLayout.ENCODER_PARAMETERS)) {
            parameters.clear();
            openJpeg.setDefaultEncoderParameters(parameters);
            set(parameters, format);
            boolean encoded = openJpeg.setupEncoder(codec, parameters, image) != 0
                    && openJpeg.startCompress(codec, image, stream.pointer()) != 0
                    && openJpeg.encode(codec, stream.pointer()) != 0
                    && openJpeg.endCompress(codec, stream.pointer()) != 0;
            if (!encoded) {
                throw new CodestreamException("a frame that OpenJPEG does not encode");
            }
        } finally {
            openJpeg.destroyCodec(codec);
        }
    }

    private void set(Pointer parameters, FrameFormat format) {
        boolean colour = format.samplesPerPixel() == 3
                && format.photometricInterpretation().equals(RGB);
        parameters.setInt(OpenJpegLayout.ALLOCATE_BY_RATE, 1);
        parameters.setInt(OpenJpegLayout.LAYERS, 1);
        parameters.setFloat(OpenJpegLayout.RATES, ratio);
        parameters.setInt(OpenJpegLayout.IRREVERSIBLE, isLossless() ? 0 : 1);
        parameters.setInt(OpenJpegLayout.RESOLUTIONS, resolutions(Math.min(format.rows(), format.columns())));
        parameters.setByte(OpenJpegLayout.COLOUR_TRANSFORM, (byte) (colour ? 1 : 0));
    }

    /** No more than the smaller extent can be halved. */
    private static int resolutions(int extent) {
        return Math.min(MAX_RESOLUTIONS, Integer.SIZE - Integer.numberOfLeadingZeros(extent));
    }
}
