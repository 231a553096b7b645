/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import java.util.Set;

import org.isocenter.dicom.image.frame.ColorConversion;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** Frames of three samples a pixel as red, green and blue of 8 bits; wider samples lose their low bits. */
public final class ColorFrames {

    private static final int BYTE_BITS = 8;
    private static final String RGB = "RGB";

    /** Those of three samples that have no way to colours; what nobody has defined is taken to be RGB. */
    private static final Set<String> UNSUPPORTED = Set.of("HSV", "CMYK", "ARGB", "XYB");

    private ColorFrames() {}

    /**
     * The colours of a frame.
     *
     * @throws RenderException if its samples or its photometric interpretation have none
     */
    public static PixelMatrix of(Frame frame) throws RenderException {
        FrameFormat format = frame.format();
        String photometricInterpretation = format.photometricInterpretation();
        if (UNSUPPORTED.contains(photometricInterpretation)) {
            throw new RenderException(Reason.UNSUPPORTED_PIXELS, "a colour model without a picture");
        }
        String model = ColorConversion.isConvertible(photometricInterpretation) ? photometricInterpretation : RGB;
        int bits = format.bitsAllocated();
        if (format.samplesPerPixel() < PixelMatrix.COLOR || bits < BYTE_BITS || bits > Integer.SIZE) {
            throw new RenderException(Reason.UNSUPPORTED_PIXELS, "colours of samples that cannot be shown");
        }
        byte[] plain = isPlain(format, model) ? frame.samples().clone() : convert(frame, model);
        return new PixelMatrix(format.columns(), format.rows(), PixelMatrix.COLOR, plain);
    }

    private static boolean isPlain(FrameFormat format, String model) {
        return model.equals(RGB)
                && format.samplesPerPixel() == PixelMatrix.COLOR
                && format.bitsAllocated() == BYTE_BITS
                && format.bitsStored() == BYTE_BITS
                && !format.planar();
    }

    private static byte[] convert(Frame frame, String model) {
        ColorConversion.LineConversion toRgb =
                ColorConversion.toRgb(model, BYTE_BITS).orElseThrow();
        FrameFormat format = frame.format();
        int columns = format.columns();
        int count = format.rows() * columns;
        int pixelStep = format.planar() ? 1 : format.samplesPerPixel();
        int planeStep = format.planar() ? count : 1;
        byte[] colors = new byte[count * PixelMatrix.COLOR];
        int[][] line = new int[PixelMatrix.COLOR][columns];
        for (int first = 0; first < count; first += columns) {
            for (int x = 0; x < columns; x++) {
                for (int channel = 0; channel < PixelMatrix.COLOR; channel++) {
                    line[channel][x] = eightBits(frame, (first + x) * pixelStep + channel * planeStep);
                }
            }
            toRgb.convert(line[0], line[1], line[2]);
            for (int x = 0; x < columns; x++) {
                for (int channel = 0; channel < PixelMatrix.COLOR; channel++) {
                    colors[(first + x) * PixelMatrix.COLOR + channel] = (byte) line[channel][x];
                }
            }
        }
        return colors;
    }

    private static int eightBits(Frame frame, int sample) {
        FrameFormat format = frame.format();
        int bytes = format.bitsAllocated() / BYTE_BITS;
        long cell = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            cell = cell << BYTE_BITS | (frame.samples()[sample * bytes + i] & 0xFF);
        }
        long value = cell >> (format.highBit() + 1 - format.bitsStored()) & ((1L << format.bitsStored()) - 1);
        int surplus = format.bitsStored() - BYTE_BITS;
        return (int) (surplus >= 0 ? value >> surplus : value * 255 / ((1L << format.bitsStored()) - 1));
    }
}
