/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * JPEG 2000 and HTJ2K, by OpenJPEG (PS3.5 8.2.4 and 8.2.14).
 *
 * <p>Extent and number of samples must be those described. Bits stored are the codestream's: where the data set says
 * otherwise, the frame's format says what is. The sign is the data set's, which the codestream should share (PS3.5 8.2.4):
 * some encoders take two's complement for unsigned numbers, and then its bits are what counts. Cells stay as wide as
 * described, or become wide enough. Colour that was transformed (RCT or ICT) comes back as RGB; what was not keeps its
 * photometric interpretation.
 *
 * <p>A codestream that ends too early is refused, not filled up.
 */
public final class Jpeg2000Decoder implements FrameDecoder {

    /** One that loads its native library when it first decodes. */
    public Jpeg2000Decoder() {}

    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        Bytes content = FileFormat.codestream(codestream);
        CodestreamHeader header = CodestreamHeader.read(codestream, content);
        ImageSize size = header.size();
        if (size.width() != described.columns()
                || size.height() != described.rows()
                || size.components() != described.samplesPerPixel()) {
            throw new CodestreamException("a JPEG 2000 codestream of another extent than described");
        }
        FrameFormat format = format(described, header);
        OpenJpeg openJpeg = OpenJpegLibrary.functions();
        try (MemoryStream stream = MemoryStream.of(openJpeg, codestream, content.position(), content.remaining())) {
            return decode(openJpeg, stream, format);
        }
    }

    private static FrameFormat format(FrameFormat described, CodestreamHeader header) {
        int precision = header.size().precision();
        return new FrameFormat(
                described.rows(),
                described.columns(),
                described.samplesPerPixel(),
                Math.max(described.bitsAllocated(), precision > Byte.SIZE ? Short.SIZE : Byte.SIZE),
                precision,
                precision - 1,
                described.signed(),
                false,
                photometricInterpretation(described.photometricInterpretation(), header.colourTransform()));
    }

    private static String photometricInterpretation(String described, boolean transformed) {
        return transformed || described.equals("YBR_RCT") || described.equals("YBR_ICT") ? "RGB" : described;
    }

    private static Frame decode(OpenJpeg openJpeg, MemoryStream stream, FrameFormat format) throws CodestreamException {
        Pointer codec = openJpeg.createDecompress(OpenJpeg.CODESTREAM);
        if (codec == null) {
            throw new CodestreamException("no memory for a JPEG 2000 decoder");
        }
        PointerByReference image = new PointerByReference();
        try (Memory parameters = new Memory(OpenJpegLayout.DECODER_PARAMETERS)) {
            parameters.clear();
            openJpeg.setDefaultDecoderParameters(parameters);
            boolean decoded = openJpeg.setupDecoder(codec, parameters) != 0
                    && openJpeg.readHeader(stream.pointer(), codec, image) != 0
                    && openJpeg.decode(codec, stream.pointer(), image.getValue()) != 0;
            if (!decoded) {
                throw new CodestreamException("a damaged JPEG 2000 codestream");
            }
            return DecodedImage.copy(image.getValue(), format);
        } finally {
            if (image.getValue() != null) {
                openJpeg.imageDestroy(image.getValue());
            }
            openJpeg.destroyCodec(codec);
        }
    }
}
