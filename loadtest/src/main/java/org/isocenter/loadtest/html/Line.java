/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name in the legend
 * @param colour of the stroke
 * @param dashes of the stroke, empty for a full line
 * @param points in the order of x; a y that is not a number interrupts the line
 */
record Line(String name, String colour, String dashes, List<Point> points) {

    Line {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param x value
     * @param y value
     */
    record Point(double x, double y) {}
}
