/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** Frames of three samples a pixel as red, green and blue of 8 bits; wider samples lose their low bits. */
public final class ColorFrames {

    private static final int BYTE_BITS = 8;

    private ColorFrames() {}

    /**
     * The colours of a frame.
     *
     * @throws RenderException if its samples or its photometric interpretation have none
     */
    public static PixelMatrix of(Frame frame) throws RenderException {
        FrameFormat format = frame.format();
        ColorModel model = ColorModel.of(format.photometricInterpretation())
                .orElseThrow(() -> new RenderException(Reason.UNSUPPORTED_PIXELS, "a colour model without a picture"));
        int bits = format.bitsAllocated();
        if (format.samplesPerPixel() < PixelMatrix.COLOR || bits < BYTE_BITS || bits > Integer.SIZE) {
            throw new RenderException(Reason.UNSUPPORTED_PIXELS, "colours of samples that cannot be shown");
        }
        byte[] plain = isPlain(format, model) ? frame.samples().clone() : convert(frame, model);
        return new PixelMatrix(format.columns(), format.rows(), PixelMatrix.COLOR, plain);
    }

    private static boolean isPlain(FrameFormat format, ColorModel model) {
        return model == ColorModel.RGB
                && format.samplesPerPixel() == PixelMatrix.COLOR
                && format.bitsAllocated() == BYTE_BITS
                && format.bitsStored() == BYTE_BITS
                && !format.planar();
    }

    private static byte[] convert(Frame frame, ColorModel model) {
        FrameFormat format = frame.format();
        int count = format.rows() * format.columns();
        int pixelStep = format.planar() ? 1 : format.samplesPerPixel();
        int planeStep = format.planar() ? count : 1;
        byte[] colors = new byte[count * PixelMatrix.COLOR];
        for (int pixel = 0; pixel < count; pixel++) {
            int at = pixel * pixelStep;
            int rgb = model.toRgb(
                    eightBits(frame, at), eightBits(frame, at + planeStep), eightBits(frame, at + 2 * planeStep));
            colors[pixel * PixelMatrix.COLOR] = (byte) (rgb >> 16);
            colors[pixel * PixelMatrix.COLOR + 1] = (byte) (rgb >> 8);
            colors[pixel * PixelMatrix.COLOR + 2] = (byte) rgb;
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
