/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.RenderLimits;

/**
 * Adds up the points and the work that drawing shapes on one picture costs, so that shapes which cross it all over or cover
 * it again and again end with an answer and not with a busy machine. Not thread-safe.
 */
public final class DrawingBudget {

    private static final double OF_ANY_PICTURE = 1 << 20;
    private static final double OF_ITS_PIXELS = 16;
    private static final double LENGTH_COST = 4;
    private static final double EXTENT_COST = 1.0 / 64;

    private final int width;
    private final int height;
    private final int maxPoints;
    private double points;
    private double work;

    /** For a picture. */
    public DrawingBudget(int width, int height, RenderLimits limits) {
        this.width = width;
        this.height = height;
        this.maxPoints = limits.maxGraphicPoints();
    }

    /**
     * Takes the cost of points before they are looked at.
     *
     * @throws RenderException if there are too many
     */
    public void chargePoints(long more) throws RenderException {
        points += more;
        if (points > maxPoints) {
            throw new RenderException(Reason.TOO_LARGE, "graphics of too many points");
        }
    }

    /**
     * Takes the cost of a shape before it is drawn: of its outline within the picture and, if filled, its extent.
     *
     * @throws RenderException if all together would cost too much
     */
    public void charge(Shape shape, boolean filled) throws RenderException {
        Rectangle2D extent = shape.getBounds2D();
        double across = clamp(extent.getMaxX(), width) - clamp(extent.getMinX(), width);
        double down = clamp(extent.getMaxY(), height) - clamp(extent.getMinY(), height);
        work += across * down * (filled ? 1 : EXTENT_COST) + length(shape) * LENGTH_COST;
        if (!(work <= OF_ANY_PICTURE + OF_ITS_PIXELS * width * height)) {
            throw new RenderException(Reason.TOO_LARGE, "graphics that cover the picture too often");
        }
    }

    /** The outline's length within the picture, at most: that between its points moved to the nearest in the picture. */
    private double length(Shape shape) {
        double[] next = new double[6];
        double length = 0;
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(next);
            int count =
                    switch (kind) {
                        case PathIterator.SEG_CLOSE -> 0;
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CUBICTO -> 3;
                        default -> 1;
                    };
            for (int i = 0; i < count; i++) {
                double toX = clamp(next[2 * i], width);
                double toY = clamp(next[2 * i + 1], height);
                length += kind == PathIterator.SEG_MOVETO ? 0 : 1 + Math.hypot(toX - x, toY - y);
                x = toX;
                y = toY;
            }
        }
        return length;
    }

    private static double clamp(double place, int extent) {
        return Math.max(0, Math.min(place, extent));
    }
}
