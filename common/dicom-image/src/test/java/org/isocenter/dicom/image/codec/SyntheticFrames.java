/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.Random;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Frames of a slope with noise, the same for the same seed. */
public final class SyntheticFrames {

    private SyntheticFrames() {}

    /** Samples that start at bit 0, of as wide cells as they need. */
    public static FrameFormat format(int rows, int columns, int samples, int bits, boolean signed, boolean planar) {
        int cell = bits > 8 ? 16 : 8;
        String meaning = samples == 1 ? "MONOCHROME2" : "RGB";
        return new FrameFormat(rows, columns, samples, cell, bits, bits - 1, signed, planar, meaning);
    }

    /** One with some noise on the lowest bits. */
    public static Frame frame(FrameFormat format, long seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[format.length()];
        int cell = format.bitsAllocated() / 8;
        int values = 1 << format.bitsStored();
        for (int index = 0; index < samples.length / cell; index++) {
            int value = Math.floorMod(index * 3 / format.samplesPerPixel() + random.nextInt(1 + values / 16), values);
            int sample = format.signed() ? value - values / 2 : value;
            samples[index * cell] = (byte) sample;
            if (cell == 2) {
                samples[index * cell + 1] = (byte) (sample >> 8);
            }
        }
        return new Frame(format, samples);
    }

    /** One without edges and noise, which compresses well. */
    public static Frame smooth(FrameFormat format) {
        byte[] samples = new byte[format.length()];
        int cell = format.bitsAllocated() / 8;
        int values = 1 << format.bitsStored();
        for (int index = 0; index < samples.length / cell; index++) {
            int pixel = index / format.samplesPerPixel();
            double wave = Math.sin(pixel % format.columns() / 19.0)
                    * Math.cos(pixel / format.columns() / 23.0 + index % format.samplesPerPixel());
            int value = (int) (values * (0.5 + 0.4 * wave)) - (format.signed() ? values / 2 : 0);
            samples[index * cell] = (byte) value;
            if (cell == 2) {
                samples[index * cell + 1] = (byte) (value >> 8);
            }
        }
        return new Frame(format, samples);
    }

    /** A sample as a number. */
    public static int sample(Frame frame, int index) {
        byte[] samples = frame.samples();
        boolean signed = frame.format().signed();
        if (frame.format().bitsAllocated() == 8) {
            return signed ? samples[index] : samples[index] & 0xFF;
        }
        int value = samples[2 * index + 1] << 8 | samples[2 * index] & 0xFF;
        return signed ? value : value & 0xFFFF;
    }

    /** The greatest difference between samples. */
    public static int difference(Frame one, Frame other) {
        int greatest = 0;
        for (int index = 0; index < one.samples().length * 8 / one.format().bitsAllocated(); index++) {
            greatest = Math.max(greatest, Math.abs(sample(one, index) - sample(other, index)));
        }
        return greatest;
    }
}
