/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of 256 colours at most: greys as they are, colours by splitting the colours in use, five bits a channel, at their
 * median until there are enough.
 */
final class Quantizer {

    private static final int COLORS = 256;
    private static final int CHANNELS = 3;
    private static final int CELLS = 1 << 15;

    private final int[] counts = new int[CELLS];

    private Quantizer() {}

    static BufferedImage quantize(BufferedImage picture) {
        byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] ramp = new byte[COLORS];
            for (int i = 0; i < COLORS; i++) {
                ramp[i] = (byte) i;
            }
            return indexed(picture, samples.clone(), ramp, ramp, ramp);
        }
        return new Quantizer().quantizeColors(picture, samples);
    }

    private static BufferedImage indexed(BufferedImage like, byte[] indexes, byte[] red, byte[] green, byte[] blue) {
        IndexColorModel model = new IndexColorModel(8, red.length, red, green, blue);
        BufferedImage image =
                new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(indexes, 0, target, 0, target.length);
        return image;
    }

    private BufferedImage quantizeColors(BufferedImage picture, byte[] bgr) {
        for (int at = 0; at < bgr.length; at += CHANNELS) {
            counts[cell(bgr, at)]++;
        }
        List<Box> boxes = split();
        byte[] indexOfCell = new byte[CELLS];
        for (int i = 0; i < boxes.size(); i++) {
            for (int cell : boxes.get(i).cells) {
                indexOfCell[cell] = (byte) i;
            }
        }
        byte[] indexes = new byte[bgr.length / CHANNELS];
        long[][] sums = new long[CHANNELS + 1][boxes.size()];
        for (int pixel = 0; pixel < indexes.length; pixel++) {
            int at = pixel * CHANNELS;
            byte index = indexOfCell[cell(bgr, at)];
            indexes[pixel] = index;
            for (int channel = 0; channel < CHANNELS; channel++) {
                sums[channel][index & 0xFF] += bgr[at + channel] & 0xFF;
            }
            sums[CHANNELS][index & 0xFF]++;
        }
        byte[][] means = new byte[CHANNELS][boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                means[channel][i] = (byte) (sums[channel][i] / Math.max(1, sums[CHANNELS][i]));
            }
        }
        return indexed(picture, indexes, means[2], means[1], means[0]);
    }

    /** Five bits each of blue, green and red, from the highest on. */
    private static int cell(byte[] bgr, int at) {
        return (bgr[at] & 0xF8) << 7 | (bgr[at + 1] & 0xF8) << 2 | (bgr[at + 2] & 0xF8) >> 3;
    }

    private List<Box> split() {
        List<Integer> used = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            if (counts[cell] > 0) {
                used.add(cell);
            }
        }
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(used));
        while (boxes.size() < COLORS) {
            int widest = -1;
            for (int i = 0; i < boxes.size(); i++) {
                if (boxes.get(i).cells.size() > 1 && (widest < 0 || boxes.get(i).weight > boxes.get(widest).weight)) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            List<Integer> upper = boxes.get(widest).upperHalf();
            List<Integer> lower = boxes.get(widest).lowerHalf();
            boxes.set(widest, new Box(lower));
            boxes.add(new Box(upper));
        }
        return boxes;
    }

    /** Colours that share an entry of the palette, sorted along their longest axis. */
    private final class Box {
        private final List<Integer> cells;
        private final double weight;
        private final int middle;

        Box(List<Integer> members) {
            int shift = 0;
            int extent = -1;
            for (int candidate = 0; candidate < 15; candidate += 5) {
                int least = 31;
                int greatest = 0;
                for (int cell : members) {
                    int value = cell >> candidate & 31;
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
                if (greatest - least > extent) {
                    extent = greatest - least;
                    shift = candidate;
                }
            }
            int axis = shift;
            cells = members.stream()
                    .sorted((a, b) -> Integer.compare(a >> axis & 31, b >> axis & 31))
                    .toList();
            long total = 0;
            for (int cell : cells) {
                total += counts[cell];
            }
            weight = (double) total * extent;
            middle = median(total);
        }

        private int median(long total) {
            long passed = 0;
            for (int i = 0; i < cells.size() - 1; i++) {
                passed += counts[cells.get(i)];
                if (2 * passed >= total) {
                    return i + 1;
                }
            }
            return cells.size() - 1;
        }

        List<Integer> lowerHalf() {
            return cells.subList(0, middle);
        }

        List<Integer> upperHalf() {
            return cells.subList(middle, cells.size());
        }
    }
}
