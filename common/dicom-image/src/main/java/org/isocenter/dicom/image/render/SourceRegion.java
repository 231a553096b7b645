/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/**
 * The part of an image that is wanted (PS3.18 8.3.5.1.3).
 *
 * @param x left edge, in pixels or, if relative, in parts of the width
 * @param y upper edge
 * @param width 0 up to the right edge; negative to flip the picture horizontally
 * @param height 0 up to the lower edge; negative to flip the picture vertically
 * @param relative whether numbers are parts of the image's extent, from 0 to 1, and not pixels
 */
public record SourceRegion(double x, double y, double width, double height, boolean relative) {

    /** All of it. */
    public static final SourceRegion WHOLE = new SourceRegion(0, 0, 0, 0, false);

    /**
     * Refuses what is no number.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public SourceRegion {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(width) || !Double.isFinite(height)) {
            throw new IllegalArgumentException("a region has finite numbers");
        }
    }
}
