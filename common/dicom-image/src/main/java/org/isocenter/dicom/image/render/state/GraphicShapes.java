/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.state;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Optional;

/** Shapes of graphic objects (PS3.3 C.10.5.1.2) in the coordinates of their points. */
final class GraphicShapes {

    private static final int PAIR = 2;
    private static final int FOUR_POINTS = 8;

    private GraphicShapes() {}

    /** The shape of a type; empty if nobody has defined it or it has too few points. */
    static Optional<Shape> of(String graphicType, double[] points) {
        return switch (graphicType) {
            case "POLYLINE" -> points.length < 2 * PAIR ? Optional.empty() : Optional.of(polyline(points));
            case "INTERPOLATED" -> points.length < 2 * PAIR ? Optional.empty() : Optional.of(curve(points));
            case "CIRCLE" -> points.length < 2 * PAIR ? Optional.empty() : Optional.of(circle(points));
            case "ELLIPSE" -> points.length < FOUR_POINTS ? Optional.empty() : Optional.of(ellipse(points));
            default -> Optional.empty();
        };
    }

    private static Path2D polyline(double[] points) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD, points.length / PAIR);
        path.moveTo(points[0], points[1]);
        for (int i = PAIR; i + 1 < points.length; i += PAIR) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    /** A curve through all points, its tangent at each along the line from the point before to the one behind. */
    private static Path2D curve(double[] points) {
        int count = points.length / PAIR;
        boolean closed = points[0] == points[PAIR * (count - 1)] && points[1] == points[PAIR * count - 1];
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD, count);
        path.moveTo(points[0], points[1]);
        for (int i = 0; i + 1 < count; i++) {
            int before = i > 0 ? i - 1 : closed ? count - 2 : 0;
            int behind = i + 2 < count ? i + 2 : closed ? 1 : count - 1;
            path.curveTo(
                    x(points, i) + (x(points, i + 1) - x(points, before)) / 6,
                    y(points, i) + (y(points, i + 1) - y(points, before)) / 6,
                    x(points, i + 1) - (x(points, behind) - x(points, i)) / 6,
                    y(points, i + 1) - (y(points, behind) - y(points, i)) / 6,
                    x(points, i + 1),
                    y(points, i + 1));
        }
        return path;
    }

    private static double x(double[] points, int index) {
        return points[PAIR * index];
    }

    private static double y(double[] points, int index) {
        return points[PAIR * index + 1];
    }

    /** The center and a point on the circle. */
    private static Shape circle(double[] points) {
        double radius = Math.hypot(points[2] - points[0], points[3] - points[1]);
        return new Ellipse2D.Double(points[0] - radius, points[1] - radius, 2 * radius, 2 * radius);
    }

    /** The ends of the one axis, then those of the other. */
    private static Shape ellipse(double[] points) {
        double major = Math.hypot(points[2] - points[0], points[3] - points[1]) / 2;
        double minor = Math.hypot(points[6] - points[4], points[7] - points[5]) / 2;
        AffineTransform transform =
                AffineTransform.getTranslateInstance((points[0] + points[2]) / 2, (points[1] + points[3]) / 2);
        transform.rotate(Math.atan2(points[3] - points[1], points[2] - points[0]));
        return transform.createTransformedShape(new Ellipse2D.Double(-major, -minor, 2 * major, 2 * minor));
    }
}
