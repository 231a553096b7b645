/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Pixels on their way to a picture.
 *
 * @param width columns
 * @param height rows
 * @param channels 1 for grey, 3 for red, green and blue
 * @param samples rows from the top, pixels from the left, channels side by side; whoever has it may change it
 */
public record PixelMatrix(int width, int height, int channels, byte[] samples) {

    /** Of the colours red, green and blue. */
    public static final int COLOR = 3;

    /** A black one. */
    public static PixelMatrix black(int width, int height, int channels) {
        return new PixelMatrix(width, height, channels, new byte[width * height * channels]);
    }

    /** Sets a pixel to a grey, if it is within. */
    public void paint(int x, int y, int grey) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            int at = (y * width + x) * channels;
            for (int channel = 0; channel < channels; channel++) {
                samples[at + channel] = (byte) grey;
            }
        }
    }

    /** A copy for Java2D: {@link BufferedImage#TYPE_BYTE_GRAY} or {@link BufferedImage#TYPE_3BYTE_BGR}. */
    public BufferedImage toImage() {
        boolean grey = channels == 1;
        BufferedImage image =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (grey) {
            System.arraycopy(samples, 0, target, 0, samples.length);
            return image;
        }
        for (int at = 0; at < samples.length; at += COLOR) {
            target[at] = samples[at + 2];
            target[at + 1] = samples[at + 1];
            target[at + 2] = samples[at];
        }
        return image;
    }

    /** The same pixels with three channels. */
    public PixelMatrix toColor() {
        if (channels == COLOR) {
            return this;
        }
        byte[] color = new byte[samples.length * COLOR];
        for (int i = 0; i < samples.length; i++) {
            color[i * COLOR] = samples[i];
            color[i * COLOR + 1] = samples[i];
            color[i * COLOR + 2] = samples[i];
        }
        return new PixelMatrix(width, height, COLOR, color);
    }
}
