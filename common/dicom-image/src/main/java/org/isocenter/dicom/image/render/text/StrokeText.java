/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

import org.isocenter.dicom.image.render.text.Glyphs.Glyph;
import org.isocenter.dicom.image.render.text.Glyphs.Stroke;

/** Lines of text in strokes, light on a dark edge so that they are read on any ground. Not thread-safe. */
public final class StrokeText {

    /** The height of a line in units of the glyphs' grid. */
    private static final double LINE = 11;

    private static final double ABOVE = 2;
    private static final double GAP = 2;

    private final Graphics2D graphics;
    private final double unit;
    private final Color light;
    private final Color dark;

    /**
     * For a picture.
     *
     * @param lineHeight pixels from a line to the next
     */
    public StrokeText(Graphics2D graphics, double lineHeight, Color light, Color dark) {
        this.graphics = graphics;
        this.unit = lineHeight / LINE;
        this.light = light;
        this.dark = dark;
    }

    /** The width of a text in pixels. */
    public double width(String text) {
        return width(Glyphs.characters(text)) * unit;
    }

    /** The width of a text in parts of the height of its line. */
    public static double widthInLines(String text) {
        return width(Glyphs.characters(text)) / LINE;
    }

    private static double width(int[] characters) {
        double width = 0;
        for (int character : characters) {
            width += Glyphs.isAccent(character) ? 0 : Glyphs.of(character).width() + GAP;
        }
        return Math.max(0, width - GAP);
    }

    /**
     * Draws a line.
     *
     * @param x its left end
     * @param y its upper edge
     */
    public void draw(String text, double x, double y) {
        Path2D path = new Path2D.Double();
        double left = 0;
        double origin = 0;
        int[] characters = Glyphs.characters(text);
        for (int i = 0; i < characters.length; i++) {
            boolean accented = i + 1 < characters.length && Glyphs.isAccent(characters[i + 1]);
            int character = accented ? Glyphs.underAccent(characters[i]) : characters[i];
            Glyph glyph = Glyphs.of(character);
            if (i > 0 && Glyphs.isAccent(character)) {
                add(path, glyph, origin, -Glyphs.accentRise(characters[i - 1], character), x, y);
            } else {
                origin = left - glyph.left();
                add(path, glyph, origin, 0, x, y);
                left += glyph.width() + GAP;
            }
        }
        stroke(path);
    }

    private void add(Path2D path, Glyph glyph, double left, double top, double x, double y) {
        for (Stroke stroke : glyph.strokes()) {
            int[] points = stroke.points();
            for (int i = 0; i < points.length; i += 2) {
                double toX = x + (left + points[i]) * unit;
                double toY = y + (ABOVE + top + points[i + 1]) * unit;
                if (i == 0) {
                    path.moveTo(toX, toY);
                }
                if (i > 0 || points.length == 2) {
                    path.lineTo(toX + (points.length == 2 ? 0.01 : 0), toY);
                }
            }
        }
    }

    private void stroke(Path2D path) {
        float thickness = (float) Math.max(1, unit * 0.9);
        graphics.setColor(dark);
        graphics.setStroke(new BasicStroke(thickness + 2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.setColor(light);
        graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }
}
