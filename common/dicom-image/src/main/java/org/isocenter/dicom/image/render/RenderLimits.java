/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/**
 * Bounds of rendering.
 *
 * @param maxPixels pixels of a picture
 * @param maxGraphicPoints points of all graphics drawn on one picture
 * @param maxTextLength characters of all text drawn on one picture
 */
public record RenderLimits(long maxPixels, int maxGraphicPoints, int maxTextLength) {

    /** 128 Mi pixels, 200 000 points, 20 000 characters. */
    public static final RenderLimits DEFAULT = new RenderLimits(128L << 20, 200_000, 20_000);
}
