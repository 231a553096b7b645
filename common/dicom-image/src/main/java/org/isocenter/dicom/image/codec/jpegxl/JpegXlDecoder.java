/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegxl;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;

/**
 * JPEG XL (PS3.5 8.2.15), also of what was JPEG before, by the libjxl of the operating system.
 *
 * <p>Extent and number of samples must be those described. Bits stored are the codestream's, which are never signed. Colour
 * comes back as RGB.
 */
public final class JpegXlDecoder implements FrameDecoder {

    /** JxlPixelFormat: channels, type, byte order, alignment. */
    private static final long PIXEL_FORMAT = 24;

    private static final long TYPE = 4;
    private static final long BYTE_ORDER = 8;
    private static final int EIGHT_BITS = 2;
    private static final int SIXTEEN_BITS = 3;
    private static final int LITTLE_ENDIAN = 1;

    /** One that loads its native library when it first decodes. */
    public JpegXlDecoder() {}

    /** Whether the operating system has the library. */
    public static boolean present() {
        return JpegXlLibrary.present();
    }

    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        JpegXl jpegXl = JpegXlLibrary.functions();
        if (codestream.length == 0) {
            throw new CodestreamException("an empty JPEG XL codestream");
        }
        Pointer decoder = jpegXl.create(null);
        if (decoder == null) {
            throw new CodestreamException("no memory for a JPEG XL decoder");
        }
        try (Memory input = new Memory(codestream.length)) {
            input.write(0, codestream, 0, codestream.length);
            jpegXl.subscribeEvents(decoder, JpegXl.BASIC_INFO | JpegXl.FULL_IMAGE);
            jpegXl.setKeepOrientation(decoder, 1);
            jpegXl.setInput(decoder, input, codestream.length);
            jpegXl.closeInput(decoder);
            require(jpegXl.processInput(decoder), JpegXl.BASIC_INFO);
            FrameFormat format = JpegXlInfo.of(jpegXl, decoder).format(described);
            return decode(jpegXl, decoder, format);
        } finally {
            jpegXl.destroy(decoder);
        }
    }

    private static Frame decode(JpegXl jpegXl, Pointer decoder, FrameFormat format) throws CodestreamException {
        require(jpegXl.processInput(decoder), JpegXl.NEEDS_OUTPUT);
        int cell = format.bitsStored() > Byte.SIZE ? 2 : 1;
        long length = (long) format.rows() * format.columns() * format.samplesPerPixel() * cell;
        LongByReference needed = new LongByReference();
        try (Memory pixelFormat = new Memory(PIXEL_FORMAT);
                Memory output = new Memory(length)) {
            pixelFormat.clear();
            pixelFormat.setInt(0, format.samplesPerPixel());
            pixelFormat.setInt(TYPE, cell == 1 ? EIGHT_BITS : SIXTEEN_BITS);
            pixelFormat.setInt(BYTE_ORDER, LITTLE_ENDIAN);
            require(jpegXl.imageOutBufferSize(decoder, pixelFormat, needed), JpegXl.SUCCESS);
            if (needed.getValue() != length) {
                throw new CodestreamException("a JPEG XL image of another size than its header says");
            }
            require(jpegXl.setImageOutBuffer(decoder, pixelFormat, output, length), JpegXl.SUCCESS);
            require(jpegXl.processInput(decoder), JpegXl.FULL_IMAGE);
            return new Frame(format, samples(output, cell, format));
        }
    }

    /** The library spreads samples over all bits of its cells; here they are put back. */
    private static byte[] samples(Memory output, int cell, FrameFormat format) {
        byte[] samples = new byte[format.length()];
        int wide = format.bitsAllocated() / Byte.SIZE;
        long greatestOfCell = (1L << cell * Byte.SIZE) - 1;
        long greatest = (1L << format.bitsStored()) - 1;
        for (int index = 0; index < samples.length / wide; index++) {
            long spread = cell == 1 ? output.getByte(index) & 0xFF : output.getShort(2L * index) & 0xFFFF;
            long sample = (spread * greatest + greatestOfCell / 2) / greatestOfCell;
            samples[index * wide] = (byte) sample;
            if (wide > 1) {
                samples[index * wide + 1] = (byte) (sample >> Byte.SIZE);
            }
        }
        return samples;
    }

    private static void require(int status, int wanted) throws CodestreamException {
        if (status != wanted) {
            throw new CodestreamException("a damaged JPEG XL codestream");
        }
    }
}
