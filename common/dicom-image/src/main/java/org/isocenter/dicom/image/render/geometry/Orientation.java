/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import org.isocenter.dicom.image.render.PixelMatrix;

/**
 * Quarter turns and a flip (PS3.3 C.10.6).
 *
 * @param quarterTurns clockwise, 0 to 3
 * @param flipped whether left and right change places after the turns
 */
public record Orientation(int quarterTurns, boolean flipped) {

    /** As it is. */
    public static final Orientation UPRIGHT = new Orientation(0, false);

    /** Takes turns modulo 4. */
    public Orientation {
        quarterTurns = Math.floorMod(quarterTurns, 4);
    }

    /** With left and right changing places thereafter. */
    public Orientation flippedHorizontally() {
        return new Orientation(quarterTurns, !flipped);
    }

    /** With top and bottom changing places thereafter: half a turn and a flip. */
    public Orientation flippedVertically() {
        return new Orientation(quarterTurns + 2, !flipped);
    }

    /** Whether width and height change places. */
    public boolean isTransposed() {
        return quarterTurns % 2 == 1;
    }

    /** Pixels turned and flipped. */
    public PixelMatrix apply(PixelMatrix upright) {
        if (equals(UPRIGHT)) {
            return upright;
        }
        int width = isTransposed() ? upright.height() : upright.width();
        int height = isTransposed() ? upright.width() : upright.height();
        PixelMatrix turned = PixelMatrix.black(width, height, upright.channels());
        int channels = upright.channels();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = sourceOf(flipped ? width - 1 - x : x, y, upright) * channels;
                int to = (y * width + x) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    turned.samples()[to + channel] = upright.samples()[from + channel];
                }
            }
        }
        return turned;
    }

    private int sourceOf(int x, int y, PixelMatrix upright) {
        int right = upright.width() - 1;
        int bottom = upright.height() - 1;
        return switch (quarterTurns) {
            case 1 -> (bottom - x) * upright.width() + y;
            case 2 -> (bottom - y) * upright.width() + right - x;
            case 3 -> x * upright.width() + right - y;
            default -> y * upright.width() + x;
        };
    }
}
