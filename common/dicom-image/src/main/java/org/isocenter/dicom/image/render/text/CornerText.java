/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.text;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** Writes lines into the corners of a picture, small enough to fit. */
public final class CornerText {

    private static final double LEAST_LINE = 7;
    private static final double GREATEST_LINE = 28;
    private static final double LINES_IN_A_PICTURE = 36;

    private CornerText() {}

    /** Writes from the upper left corner on, and up to the lower left corner. */
    public static void draw(Graphics2D graphics, int width, int height, List<String> upper, List<String> lower) {
        double line = Math.max(LEAST_LINE, Math.min(GREATEST_LINE, height / LINES_IN_A_PICTURE));
        int lines = upper.size() + lower.size();
        line = Math.min(line, (double) height / Math.max(1, lines));
        for (List<String> block : List.of(upper, lower)) {
            for (String text : block) {
                line = Math.min(line, width * 0.98 / Math.max(1, StrokeText.widthInLines(text)));
            }
        }
        StrokeText text = new StrokeText(graphics, line, Color.WHITE, Color.BLACK);
        double left = Math.max(1, line / 4);
        for (int i = 0; i < upper.size(); i++) {
            text.draw(upper.get(i), left, i * line);
        }
        for (int i = 0; i < lower.size(); i++) {
            text.draw(lower.get(i), left, height - (lower.size() - i) * line);
        }
    }
}
