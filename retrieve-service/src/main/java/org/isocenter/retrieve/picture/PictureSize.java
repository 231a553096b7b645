/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.util.Optional;

import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.FrameAttributes;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.SourceRegion;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.dicom.image.render.geometry.PixelAspect;

/**
 * How large a picture may become, which is told before it is made.
 *
 * @param sourcePixels of the frame
 * @param maxPixels of the picture
 * @param isGrey whether it has no colours
 */
record PictureSize(long sourcePixels, long maxPixels, boolean isGrey) {

    /** A presentation state may magnify: up to this, or four times the image. */
    private static final long MAGNIFIED = 4L << 20;

    private static final int MAGNIFICATION = 4;

    /** No picture is larger; keeps what follows from overflowing. */
    private static final double MAX_STRETCHED = 1e12;

    /** Bytes of a pixel while it is made, scaled, drawn upon and encoded. */
    private static final int GREY_COST = 4;

    private static final int COLOR_COST = 12;
    private static final int COLORS = 3;

    static PictureSize of(ImageSource image, int frameNumber, FrameFormat format, Optional<Viewport> viewport) {
        long pixels = (long) format.rows() * format.columns();
        boolean isGrey = format.samplesPerPixel() == 1
                && !format.photometricInterpretation().equals("PALETTE COLOR")
                && image.presentationState().isEmpty();
        return new PictureSize(pixels, maxPixels(image, frameNumber, format, viewport), isGrey);
    }

    private static long maxPixels(ImageSource image, int frameNumber, FrameFormat format, Optional<Viewport> viewport) {
        int width = viewport.map(Viewport::width).orElse(0);
        int height = viewport.map(Viewport::height).orElse(0);
        if (width > 0 && height > 0) {
            return (long) width * height;
        }
        long pixels = (long) format.rows() * format.columns();
        if (image.presentationState().isPresent()) {
            return Math.max(MAGNIFIED, pixels * MAGNIFICATION);
        }
        double aspect = PixelAspect.of(new FrameAttributes(image.attributes(), frameNumber));
        SourceRegion region = viewport.map(Viewport::region).orElse(SourceRegion.WHOLE);
        double naturalWidth = extent(region.width(), region.relative(), format.columns()) * Math.max(1, 1 / aspect);
        double naturalHeight = extent(region.height(), region.relative(), format.rows()) * Math.max(1, aspect);
        double scale = 1;
        if (width > 0) {
            scale = width / naturalWidth;
        } else if (height > 0) {
            scale = height / naturalHeight;
        }
        // sides are whole pixels
        double all = (naturalWidth * scale + 1) * (naturalHeight * scale + 1);
        return (long) Math.min(all, MAX_STRETCHED);
    }

    /** The side of a region, in pixels of the image; 0 is all of it. */
    private static double extent(double side, boolean isRelative, int whole) {
        double pixels = Math.abs(side) * (isRelative ? whole : 1);
        return pixels == 0 ? whole : Math.min(whole, pixels);
    }

    /** Bytes of memory that it takes besides the frame. */
    long cost() {
        return isGrey ? sourcePixels + maxPixels * GREY_COST : sourcePixels * COLORS + maxPixels * COLOR_COST;
    }

    /** Samples of the picture at the most. */
    long maxSamples() {
        return maxPixels * (isGrey ? 1 : COLORS);
    }

    RenderLimits limits() {
        RenderLimits usual = RenderLimits.DEFAULT;
        return new RenderLimits(
                Math.min(maxPixels, usual.maxPixels()), usual.maxGraphicPoints(), usual.maxTextLength());
    }
}
