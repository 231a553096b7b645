/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.frame.SampleLines;

/** Images from seeds. */
final class TestImages {
    /** What an image looks like. */
    enum Kind {
        FLAT,
        GRADIENT,
        NOISE,
        STRUCTURE
    }

    private TestImages() {}

    static FrameFormat format(int rows, int columns, int samples, int allocated, int stored, boolean signed) {
        String photometricInterpretation = samples == 3 ? "RGB" : "MONOCHROME2";
        return new FrameFormat(
                rows, columns, samples, allocated, stored, stored - 1, signed, false, photometricInterpretation);
    }

    static Frame image(FrameFormat format, Kind kind, long seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[format.length()];
        SampleLines lines = new SampleLines(format, samples);
        int[] line = new int[format.columns()];
        long range = 1L << format.bitsStored();
        int unused = Integer.SIZE - format.bitsStored();
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            for (int row = 0; row < format.rows(); row++) {
                for (int column = 0; column < line.length; column++) {
                    long value = value(kind, random, range, row, column + 7 * component);
                    line[column] = format.signed() ? (int) value << unused >> unused : (int) value;
                }
                lines.put(row, component, line, 0);
            }
        }
        return new Frame(format, samples);
    }

    private static long value(Kind kind, Random random, long range, int row, int column) {
        return switch (kind) {
            case FLAT -> range / 3;
            case GRADIENT -> (row * 3L + column * 5L) % range;
            case NOISE -> (random.nextLong() >>> 1) % range;
            case STRUCTURE -> {
                boolean inside = (row / 8 + column / 12) % 3 == 0;
                double wave = Math.sin(row / 9.0) * Math.cos(column / 7.0) * range / 5;
                double noise = random.nextGaussian() * Math.min(range / 64.0, 12);
                double value = inside ? range / 2.0 + wave + noise : 0;
                yield Math.max(0, Math.min(range - 1, Math.round(value)));
            }
        };
    }

    /** Formats of every depth, sign and number of samples that a codec of 8 to 16 bits has to bear. */
    static List<FrameFormat> formats() {
        List<FrameFormat> formats = new ArrayList<>();
        int[][] extents = {{1, 1}, {1, 9}, {9, 1}, {17, 33}, {40, 64}};
        for (int[] extent : extents) {
            for (int stored = 1; stored <= 16; stored++) {
                int allocated = stored > 8 ? 16 : 8;
                formats.add(format(extent[0], extent[1], 1, allocated, stored, false));
                formats.add(format(extent[0], extent[1], 1, 16, stored, stored % 2 == 0));
                if (stored % 4 == 0) {
                    FrameFormat colour = format(extent[0], extent[1], 3, allocated, stored, false);
                    formats.add(colour);
                    formats.add(colour.withPlanar(true));
                }
            }
        }
        return formats;
    }
}
