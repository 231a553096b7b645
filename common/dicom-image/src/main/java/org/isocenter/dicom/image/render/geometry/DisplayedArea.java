/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.awt.geom.Rectangle2D;

/**
 * What of an image is shown, how it is turned, and how large its pixels are (PS3.3 C.10.4, C.10.6).
 *
 * @param area in pixels of the image, its origin the corner of the first pixel; may reach beyond the image
 * @param orientation turns and flip
 * @param pixelAspect the height of a pixel in parts of its width
 * @param magnification pixels of the picture for one of the image where no viewport says otherwise
 */
public record DisplayedArea(Rectangle2D area, Orientation orientation, double pixelAspect, double magnification) {

    private static final double MOST_ASPECT = 100;
    private static final double MOST_MAGNIFICATION = 100;

    /** Takes proportions that no display could show as square, and magnifications that none could as 1. */
    public DisplayedArea {
        if (!(pixelAspect >= 1 / MOST_ASPECT && pixelAspect <= MOST_ASPECT)) {
            pixelAspect = 1;
        }
        if (!(magnification >= 1 / MOST_MAGNIFICATION && magnification <= MOST_MAGNIFICATION)) {
            magnification = 1;
        }
    }

    /** The whole of an image, upright. */
    public static DisplayedArea whole(int columns, int rows, double pixelAspect) {
        return new DisplayedArea(new Rectangle2D.Double(0, 0, columns, rows), Orientation.UPRIGHT, pixelAspect, 1);
    }

    /** Its width after the turns, in pixels of the image. */
    double turnedWidth() {
        return orientation.isTransposed() ? area.getHeight() : area.getWidth();
    }

    /** Its height after the turns, in pixels of the image. */
    double turnedHeight() {
        return orientation.isTransposed() ? area.getWidth() : area.getHeight();
    }

    /** How much a pixel is stretched along the width after the turns; never below 1. */
    double horizontalStretch() {
        double stretch = orientation.isTransposed() ? pixelAspect : 1 / pixelAspect;
        return Math.max(1, stretch);
    }

    /** How much a pixel is stretched along the height after the turns; never below 1. */
    double verticalStretch() {
        double stretch = orientation.isTransposed() ? 1 / pixelAspect : pixelAspect;
        return Math.max(1, stretch);
    }
}
