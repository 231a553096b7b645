/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/**
 * The extent into which a picture is fitted, its proportions kept (PS3.18 8.3.5.1.3).
 *
 * @param width pixels, 1 to {@value #MAX_EXTENT}; 0 if only the height bounds it
 * @param height pixels; 0 if only the width bounds it, or neither does
 * @param region what of the image is shown
 */
public record Viewport(int width, int height, SourceRegion region) {

    /** The longest side. */
    public static final int MAX_EXTENT = 32_767;

    /**
     * Refuses an extent out of range.
     *
     * @throws IllegalArgumentException if it is
     */
    public Viewport {
        if (width < 0 || height < 0 || width > MAX_EXTENT || height > MAX_EXTENT) {
            throw new IllegalArgumentException("a viewport's side is from 1 to " + MAX_EXTENT);
        }
    }

    /** The whole image in an extent. */
    public static Viewport of(int width, int height) {
        return new Viewport(width, height, SourceRegion.WHOLE);
    }
}
