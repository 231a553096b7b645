/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

import org.isocenter.dicom.image.render.PixelMatrix;

/** Scales a rectangle of pixels: by area where it shrinks, bilinear where it grows. Two lines are in memory at a time. */
final class Resampler {

    private static final int WHITE = 255;

    private final PixelMatrix image;
    private final AxisWeights columns;
    private final float[][] lines;
    private final int[] lineRows = {-1, -1};

    private Resampler(PixelMatrix image, AxisWeights columns) {
        this.image = image;
        this.columns = columns;
        this.lines = new float[2][columns.size() * image.channels()];
    }

    static PixelMatrix resample(PixelMatrix image, Rectangle2D source, int width, int height) {
        if (source.getX() == 0
                && source.getY() == 0
                && source.getWidth() == image.width()
                && source.getHeight() == image.height()
                && width == image.width()
                && height == image.height()) {
            return image;
        }
        AxisWeights columns = new AxisWeights(image.width(), source.getX(), source.getWidth(), width);
        AxisWeights rows = new AxisWeights(image.height(), source.getY(), source.getHeight(), height);
        return new Resampler(image, columns).resample(rows);
    }

    private PixelMatrix resample(AxisWeights rows) {
        int width = columns.size();
        PixelMatrix scaled = PixelMatrix.black(width, rows.size(), image.channels());
        float[] sum = new float[width * image.channels()];
        for (int y = 0; y < rows.size(); y++) {
            Arrays.fill(sum, 0);
            for (int nth = 0; nth < rows.count(y); nth++) {
                float[] line = line(rows.first(y) + nth);
                float weight = rows.weight(y, nth);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
            int at = y * sum.length;
            for (int i = 0; i < sum.length; i++) {
                scaled.samples()[at + i] = (byte) Math.min(WHITE, (int) (sum[i] + 0.5f));
            }
        }
        return scaled;
    }

    /** A row scaled along its length; the last two of them are kept. */
    private float[] line(int row) {
        int slot = row & 1;
        if (lineRows[slot] != row) {
            scale(row, lines[slot]);
            lineRows[slot] = row;
        }
        return lines[slot];
    }

    private void scale(int row, float[] line) {
        int channels = image.channels();
        byte[] samples = image.samples();
        for (int x = 0; x < columns.size(); x++) {
            int count = columns.count(x);
            int from = (row * image.width() + columns.first(x)) * channels;
            for (int channel = 0; channel < channels; channel++) {
                float sum = 0;
                for (int nth = 0; nth < count; nth++) {
                    sum += columns.weight(x, nth) * (samples[from + nth * channels + channel] & 0xFF);
                }
                line[x * channels + channel] = sum;
            }
        }
    }
}
