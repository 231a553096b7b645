/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.state;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.geometry.DrawingBudget;
import org.isocenter.dicom.image.render.geometry.Placement;
import org.isocenter.dicom.image.render.text.StrokeText;

/** Draws the annotations of a presentation state onto a picture. For one picture; not thread-safe. */
public final class GraphicsPainter {

    private static final double FARTHEST = 1e6;
    private static final double POINT_RADIUS = 3;
    private static final double LEAST_LINE = 9;
    private static final double GREATEST_LINE = 32;
    private static final double LINES_IN_A_PICTURE = 32;

    private final Graphics2D graphics;
    private final Placement placement;
    private final RenderLimits limits;
    private final DrawingBudget budget;
    private int characters;

    /** For a picture and where its image lies. */
    public GraphicsPainter(Graphics2D graphics, Placement placement, RenderLimits limits) {
        this.graphics = graphics;
        this.placement = placement;
        this.limits = limits;
        this.budget = new DrawingBudget(placement.width(), placement.height(), limits);
    }

    /**
     * Draws annotations, one over the other.
     *
     * @throws RenderException if they have more points or text, or cover more, than is allowed
     */
    public void paint(List<GraphicAnnotation> annotations) throws RenderException {
        for (GraphicAnnotation annotation : annotations) {
            for (Attributes graphic : annotation.graphics()) {
                paintGraphic(graphic, annotation.grey());
            }
            for (Attributes text : annotation.texts()) {
                paintText(text, annotation.grey());
            }
        }
    }

    private void paintGraphic(Attributes graphic, int grey) throws RenderException {
        byte[] data = graphic.getBytes(Tag.GraphicData);
        budget.chargePoints(data == null ? 0 : data.length / 8 + 1);
        double[] places = places(graphic, Tag.GraphicData, Tag.GraphicAnnotationUnits);
        String type = graphic.getString(Tag.GraphicType, "");
        if (type.equals("POINT") && places.length >= 2) {
            draw(dot(places[0], places[1]), true, grey);
            return;
        }
        Optional<Shape> shape = GraphicShapes.of(type, places);
        if (shape.isPresent()) {
            draw(shape.get(), "Y".equals(graphic.getString(Tag.GraphicFilled)), grey);
        }
    }

    /** Points as they lie in the picture, kept within what can be drawn; what is no number is in the corner. */
    private double[] places(Attributes item, int dataTag, int unitsTag) {
        double[] values = item.getDoubles(dataTag);
        int count = values.length / 2;
        double[] places = new double[2 * count];
        boolean ofDisplay = "DISPLAY".equals(item.getString(unitsTag));
        AffineTransform transform = ofDisplay ? placement.displayToPicture() : placement.imageToPicture();
        transform.transform(values, 0, places, 0, count);
        for (int i = 0; i < places.length; i++) {
            places[i] = Double.isNaN(places[i]) ? 0 : Math.max(-FARTHEST, Math.min(places[i], FARTHEST));
        }
        return places;
    }

    private static Shape dot(double x, double y) {
        return new Ellipse2D.Double(x - POINT_RADIUS, y - POINT_RADIUS, 2 * POINT_RADIUS, 2 * POINT_RADIUS);
    }

    private void draw(Shape shape, boolean filled, int grey) throws RenderException {
        budget.charge(shape, filled);
        Color light = new Color(grey, grey, grey);
        graphics.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(edge(grey));
        graphics.draw(shape);
        graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(light);
        graphics.draw(shape);
        if (filled) {
            graphics.fill(shape);
        }
    }

    private static Color edge(int grey) {
        return grey >= 128 ? Color.BLACK : Color.WHITE;
    }

    private void paintText(Attributes text, int grey) throws RenderException {
        String value = text.getString(Tag.UnformattedTextValue, "");
        characters += value.length();
        if (characters > limits.maxTextLength()) {
            throw new RenderException(Reason.TOO_LARGE, "more text than is drawn on one picture");
        }
        String[] lines = value.split("\r\n|\n|\r", -1);
        double[] anchor = places(text, Tag.AnchorPoint, Tag.AnchorPointAnnotationUnits);
        double[] corner = places(text, Tag.BoundingBoxTopLeftHandCorner, Tag.BoundingBoxAnnotationUnits);
        double[] opposite = places(text, Tag.BoundingBoxBottomRightHandCorner, Tag.BoundingBoxAnnotationUnits);
        boolean boxed = corner.length >= 2 && opposite.length >= 2;
        double line = lineHeight();
        Point2D start;
        if (boxed) {
            start = new Point2D.Double(Math.min(corner[0], opposite[0]), Math.min(corner[1], opposite[1]));
            line = fitting(line, lines, Math.abs(opposite[0] - corner[0]), Math.abs(opposite[1] - corner[1]));
        } else if (anchor.length >= 2) {
            start = new Point2D.Double(anchor[0] + 2 * POINT_RADIUS, anchor[1] - line / 2);
        } else {
            return;
        }
        if (anchor.length >= 2 && "Y".equals(text.getString(Tag.AnchorPointVisibility))) {
            draw(dot(anchor[0], anchor[1]), false, grey);
            draw(new Line2D.Double(anchor[0], anchor[1], start.getX(), start.getY() + line / 2), false, grey);
        }
        StrokeText writer = new StrokeText(graphics, line, new Color(grey, grey, grey), edge(grey));
        for (int i = 0; i < lines.length; i++) {
            writer.draw(lines[i], start.getX(), start.getY() + i * line);
        }
    }

    private double lineHeight() {
        return Math.max(LEAST_LINE, Math.min(GREATEST_LINE, placement.height() / LINES_IN_A_PICTURE));
    }

    /** As high as the box has room for, but never too small to be read. */
    private static double fitting(double line, String[] lines, double width, double height) {
        double fitting = Math.min(GREATEST_LINE, height / lines.length);
        for (String each : lines) {
            fitting = Math.min(fitting, width / Math.max(0.1, StrokeText.widthInLines(each)));
        }
        return Math.max(Math.min(line, LEAST_LINE), fitting);
    }
}
