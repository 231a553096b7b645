/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.overlay;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.geometry.DrawingBudget;

/** Covers what lies outside of an image's shutters with one grey (PS3.3 C.7.6.11, C.7.6.15). */
public final class DisplayShutter {

    private static final int MOST_COORDINATE = 1 << 20;

    private DisplayShutter() {}

    /**
     * Closes the shutters that a data set, a functional group or a presentation state holds; none if it holds none.
     *
     * @param overlays where the plane of a bitmap shutter is found
     * @throws RenderException if a polygon has more vertices, or crosses the image more often, than is allowed
     */
    public static void close(
            Attributes holder, Attributes overlays, int frameNumber, PixelMatrix image, RenderLimits limits)
            throws RenderException {
        int grey = holder.getInt(Tag.ShutterPresentationValue, 0) >> 8 & 0xFF;
        for (String shape : holder.getStrings(Tag.ShutterShape)) {
            switch (shape) {
                case "RECTANGULAR" -> cover(image, grey, rectangle(holder));
                case "CIRCULAR" -> cover(image, grey, circle(holder));
                case "POLYGONAL" ->
                    cover(image, grey, polygon(holder, new DrawingBudget(image.width(), image.height(), limits)));
                case "BITMAP" -> bitmap(holder, overlays, frameNumber).ifPresent(each -> each.paint(image, grey));
                default -> {
                    // a shape that nobody has defined covers nothing
                }
            }
        }
    }

    private static Optional<Overlay> bitmap(Attributes holder, Attributes overlays, int frameNumber) {
        int group = holder.getInt(Tag.ShutterOverlayGroup, 0) & 0xFFFE;
        return group < 0x6000 || group > 0x60FE ? Optional.empty() : Overlay.of(overlays, group, frameNumber);
    }

    private static Optional<Shape> rectangle(Attributes holder) {
        int left = coordinate(holder.getInt(Tag.ShutterLeftVerticalEdge, 1));
        int top = coordinate(holder.getInt(Tag.ShutterUpperHorizontalEdge, 1));
        int right = coordinate(holder.getInt(Tag.ShutterRightVerticalEdge, 0));
        int bottom = coordinate(holder.getInt(Tag.ShutterLowerHorizontalEdge, 0));
        return right < left || bottom < top
                ? Optional.empty()
                : Optional.of(new Rectangle2D.Double(left - 1.0, top - 1.0, right - left + 1.0, bottom - top + 1.0));
    }

    private static Optional<Shape> circle(Attributes holder) {
        int[] center = holder.getInts(Tag.CenterOfCircularShutter);
        int radius = coordinate(holder.getInt(Tag.RadiusOfCircularShutter, 0));
        if (center.length < 2 || radius <= 0) {
            return Optional.empty();
        }
        double y = coordinate(center[0]) - 0.5;
        double x = coordinate(center[1]) - 0.5;
        return Optional.of(new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
    }

    private static Optional<Shape> polygon(Attributes holder, DrawingBudget budget) throws RenderException {
        int[] vertices = holder.getInts(Tag.VerticesOfThePolygonalShutter);
        if (vertices.length < 6) {
            return Optional.empty();
        }
        budget.chargePoints(vertices.length / 2);
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i + 1 < vertices.length; i += 2) {
            double y = coordinate(vertices[i]) - 0.5;
            double x = coordinate(vertices[i + 1]) - 0.5;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        budget.charge(path, true);
        return Optional.of(path);
    }

    private static int coordinate(int value) {
        return Math.max(-MOST_COORDINATE, Math.min(value, MOST_COORDINATE));
    }

    private static void cover(PixelMatrix image, int grey, Optional<Shape> open) {
        if (open.isEmpty()) {
            return;
        }
        BufferedImage mask = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = mask.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(open.get());
        graphics.dispose();
        byte[] visible = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        for (int pixel = 0; pixel < visible.length; pixel++) {
            if (visible[pixel] == 0) {
                image.paint(pixel % image.width(), pixel / image.width(), grey);
            }
        }
    }
}
