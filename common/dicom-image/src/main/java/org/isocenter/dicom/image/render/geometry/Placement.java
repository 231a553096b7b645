/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.SourceRegion;
import org.isocenter.dicom.image.render.Viewport;

/**
 * The way from an image to a picture: a rectangle of it, turned and flipped, scaled to the picture's extent. Immutable.
 */
public final class Placement {

    private final Rectangle2D source;
    private final Orientation orientation;
    private final int width;
    private final int height;
    private final AffineTransform displayToPicture;

    private Placement(
            Rectangle2D source, Orientation orientation, int width, int height, AffineTransform displayToPicture) {
        this.source = source;
        this.orientation = orientation;
        this.width = width;
        this.height = height;
        this.displayToPicture = displayToPicture;
    }

    /**
     * Places what is displayed, or the viewport's region of it, into the viewport or, without one, at its own size.
     *
     * @throws RenderException if the region is empty or the picture would be too large
     */
    public static Placement of(DisplayedArea displayed, Optional<Viewport> viewport, RenderLimits limits)
            throws RenderException {
        SourceRegion wanted = viewport.map(Viewport::region).orElse(SourceRegion.WHOLE);
        Rectangle2D region = region(wanted, displayed.turnedWidth(), displayed.turnedHeight());
        double naturalWidth = region.getWidth() * displayed.horizontalStretch();
        double naturalHeight = region.getHeight() * displayed.verticalStretch();
        double scale = scale(naturalWidth, naturalHeight, viewport, displayed.magnification());
        int width = extent(naturalWidth * scale);
        int height = extent(naturalHeight * scale);
        if (width > Viewport.MAX_EXTENT || height > Viewport.MAX_EXTENT || (long) width * height > limits.maxPixels()) {
            throw new RenderException(Reason.TOO_LARGE, "a picture larger than is allowed");
        }
        Orientation orientation = displayed.orientation();
        orientation = wanted.width() < 0 ? orientation.flippedHorizontally() : orientation;
        orientation = wanted.height() < 0 ? orientation.flippedVertically() : orientation;
        return new Placement(
                unturned(region, displayed),
                orientation,
                width,
                height,
                toPicture(region, displayed, wanted, width, height));
    }

    private static double scale(
            double naturalWidth, double naturalHeight, Optional<Viewport> viewport, double magnification) {
        int width = viewport.map(Viewport::width).orElse(0);
        int height = viewport.map(Viewport::height).orElse(0);
        if (width == 0 && height == 0) {
            return magnification;
        }
        double horizontal = width == 0 ? Double.MAX_VALUE : width / naturalWidth;
        double vertical = height == 0 ? Double.MAX_VALUE : height / naturalHeight;
        return Math.min(horizontal, vertical);
    }

    private static int extent(double length) {
        return (int) Math.max(1, Math.min(Math.rint(length), Integer.MAX_VALUE));
    }

    private static Rectangle2D region(SourceRegion wanted, double width, double height) throws RenderException {
        double unitX = wanted.relative() ? width : 1;
        double unitY = wanted.relative() ? height : 1;
        double left = wanted.x() * unitX;
        double top = wanted.y() * unitY;
        double right = wanted.width() == 0 ? width : Math.min(width, left + Math.abs(wanted.width()) * unitX);
        double bottom = wanted.height() == 0 ? height : Math.min(height, top + Math.abs(wanted.height()) * unitY);
        if (!(right > left && bottom > top)) {
            throw new RenderException(Reason.EMPTY_REGION, "a region outside of the image");
        }
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** The region in pixels of the image: the flip and the turns undone. */
    private static Rectangle2D unturned(Rectangle2D region, DisplayedArea displayed) {
        double width = displayed.turnedWidth();
        double left = displayed.orientation().flipped() ? width - region.getMaxX() : region.getMinX();
        double right = left + region.getWidth();
        double areaWidth = displayed.area().getWidth();
        double areaHeight = displayed.area().getHeight();
        double[] edges =
                switch (displayed.orientation().quarterTurns()) {
                    case 1 -> new double[] {region.getMinY(), areaHeight - right};
                    case 2 -> new double[] {areaWidth - right, areaHeight - region.getMaxY()};
                    case 3 -> new double[] {areaWidth - region.getMaxY(), left};
                    default -> new double[] {left, region.getMinY()};
                };
        boolean transposed = displayed.orientation().isTransposed();
        return new Rectangle2D.Double(
                displayed.area().getX() + edges[0],
                displayed.area().getY() + edges[1],
                transposed ? region.getHeight() : region.getWidth(),
                transposed ? region.getWidth() : region.getHeight());
    }

    private static AffineTransform toPicture(
            Rectangle2D region, DisplayedArea displayed, SourceRegion wanted, int width, int height) {
        AffineTransform transform = new AffineTransform();
        if (wanted.width() < 0) {
            transform.translate(width, 0);
            transform.scale(-1, 1);
        }
        if (wanted.height() < 0) {
            transform.translate(0, height);
            transform.scale(1, -1);
        }
        transform.scale(width / region.getWidth(), height / region.getHeight());
        transform.translate(-region.getX(), -region.getY());
        transform.scale(displayed.turnedWidth(), displayed.turnedHeight());
        return transform;
    }

    /** Columns of the picture. */
    public int width() {
        return width;
    }

    /** Rows of the picture. */
    public int height() {
        return height;
    }

    /** From places in what is displayed, 0 to 1 from its upper left corner, to the picture. */
    public AffineTransform displayToPicture() {
        return new AffineTransform(displayToPicture);
    }

    /** From places in the image, 0 at the corner of its first pixel, to the picture. */
    public AffineTransform imageToPicture() {
        double sourceWidth = orientation.isTransposed() ? source.getHeight() : source.getWidth();
        double sourceHeight = orientation.isTransposed() ? source.getWidth() : source.getHeight();
        AffineTransform transform = AffineTransform.getScaleInstance(width / sourceWidth, height / sourceHeight);
        if (orientation.flipped()) {
            transform.translate(sourceWidth, 0);
            transform.scale(-1, 1);
        }
        switch (orientation.quarterTurns()) {
            case 1 -> transform.translate(source.getHeight(), 0);
            case 2 -> transform.translate(source.getWidth(), source.getHeight());
            case 3 -> transform.translate(0, source.getWidth());
            default -> transform.translate(0, 0);
        }
        transform.quadrantRotate(orientation.quarterTurns());
        transform.translate(-source.getX(), -source.getY());
        return transform;
    }

    /** The picture of an image. */
    public PixelMatrix apply(PixelMatrix image) {
        int uprightWidth = orientation.isTransposed() ? height : width;
        int uprightHeight = orientation.isTransposed() ? width : height;
        return orientation.apply(Resampler.resample(image, source, uprightWidth, uprightHeight));
    }
}
