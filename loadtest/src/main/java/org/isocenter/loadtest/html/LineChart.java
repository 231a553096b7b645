/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Draws lines over time, or over percentiles. */
final class LineChart {

    private static final int LEFT = 52;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;

    private final String title;
    private final String unit;
    private final int width;
    private final int height;
    private final boolean logarithmic;

    LineChart(String title, String unit, int width, int height, boolean logarithmic) {
        this.title = title;
        this.unit = unit;
        this.width = width;
        this.height = height;
        this.logarithmic = logarithmic;
    }

    /** A figure with a legend; the x axis is a time in seconds. */
    String overTime(List<Line> lines) {
        double end = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Line.Point::x)
                .max()
                .orElse(1);
        Axis x = new Axis(0, Math.max(1, end), LEFT, width - RIGHT, false);
        return draw(lines, x, new TimeTicks(end).ticks(), Axis::time);
    }

    /** A figure with a legend; the x axis is a percentile, each nine as wide as the one before. */
    String overPercentiles(List<Line> lines) {
        List<Line> turned = lines.stream()
                .map(line -> new Line(
                        line.name(),
                        line.colour(),
                        line.dashes(),
                        line.points().stream()
                                .filter(point -> point.x() < 100)
                                .map(point -> new Line.Point(nines(point.x()), point.y()))
                                .toList()))
                .toList();
        double end = turned.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Line.Point::x)
                .max()
                .orElse(2);
        Axis x = new Axis(0, Math.max(1, end), LEFT, width - RIGHT, false);
        List<Double> ticks = List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999).stream()
                .map(LineChart::nines)
                .filter(each -> each <= Math.max(1, end) + 0.01)
                .toList();
        return draw(turned, x, ticks, value -> percentile(value) + "%");
    }

    private static double nines(double percentile) {
        return -Math.log10(1 - percentile / 100);
    }

    private static String percentile(double nines) {
        return Double.toString(Math.round((100 - 100 * Math.pow(10, -nines)) * 1000) / 1000.0)
                .replaceAll("\\.0$", "");
    }

    private String draw(List<Line> lines, Axis x, List<Double> xTicks, DoubleFunction<String> xText) {
        double most = extreme(lines, true);
        Axis y = logarithmic
                ? Axis.log(extreme(lines, false), most, height - BOTTOM, TOP)
                : Axis.linear(most, height - BOTTOM, TOP);
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption>")
                .append(Html.escape(title))
                .append(" <span class=\"unit\">")
                .append(Html.escape(unit))
                .append("</span></figcaption>")
                .append(String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                        width,
                        height,
                        Html.escape(title)));
        for (double tick : y.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT,
                    width - RIGHT,
                    y.pixel(tick),
                    y.pixel(tick),
                    LEFT - 6,
                    y.pixel(tick) + 3.5,
                    Axis.text(tick)));
        }
        for (double tick : xTicks) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.pixel(tick),
                    height - 7,
                    xText.apply(tick)));
        }
        for (Line line : lines) {
            svg.append(path(line, x, y));
        }
        return svg.append("</svg>").append(legend(lines)).append("</figure>").toString();
    }

    private double extreme(List<Line> lines, boolean most) {
        double extreme = Double.NaN;
        for (Line line : lines) {
            for (Line.Point point : line.points()) {
                boolean drawn = !Double.isNaN(point.y()) && (!logarithmic || point.y() > 0);
                if (drawn && (Double.isNaN(extreme) || (most ? point.y() > extreme : point.y() < extreme))) {
                    extreme = point.y();
                }
            }
        }
        return Double.isNaN(extreme) ? 1 : extreme;
    }

    private static String path(Line line, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        int inPiece = 0;
        StringBuilder dots = new StringBuilder();
        Line.Point last = null;
        for (Line.Point point : line.points()) {
            if (Double.isNaN(point.y())) {
                dot(line, last, inPiece, x, y, dots);
                pen = false;
                inPiece = 0;
                continue;
            }
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x.pixel(point.x()), y.pixel(point.y())));
            pen = true;
            inPiece++;
            last = point;
        }
        dot(line, last, inPiece, x, y, dots);
        String dashes = line.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + line.dashes() + "\"";
        return "<path class=\"line\" stroke=\"" + line.colour() + "\"" + dashes + " d=\"" + path + "\"/>" + dots;
    }

    /** A piece of one point would not be seen. */
    private static void dot(Line line, Line.Point point, int inPiece, Axis x, Axis y, StringBuilder dots) {
        if (inPiece == 1) {
            dots.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.6\" fill=\"%s\"/>",
                    x.pixel(point.x()),
                    y.pixel(point.y()),
                    line.colour()));
        }
    }

    static String legend(List<Line> lines) {
        if (lines.size() < 2) {
            return "";
        }
        StringBuilder legend = new StringBuilder("<div class=\"legend\">");
        for (Line line : lines) {
            String dashes = line.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + line.dashes() + "\"";
            legend.append("<span><svg width=\"22\" height=\"8\"><path class=\"line\" d=\"M1 4L21 4\" stroke=\"")
                    .append(line.colour())
                    .append('"')
                    .append(dashes)
                    .append("/></svg>")
                    .append(Html.escape(line.name()))
                    .append("</span>");
        }
        return legend.append("</div>").toString();
    }
}
