/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.loadtest.metrics.Sample;

/** Draws attempts that failed as bars over time, stacked by kind. */
final class ErrorChart {

    private static final int WIDTH = 1120;
    private static final int HEIGHT = 170;
    private static final int LEFT = 52;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;

    private ErrorChart() {}

    static String of(String title, List<Sample> timeline) {
        List<List<Sample>> groups = Timelines.groups(timeline);
        Set<String> kinds = new TreeSet<>();
        double most = 0;
        for (List<Sample> group : groups) {
            double sum = 0;
            for (Sample sample : group) {
                kinds.addAll(sample.errors().keySet());
                sum += sample.errors().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }
            most = Math.max(most, sum / seconds(group));
        }
        double end = groups.isEmpty() ? 1 : groups.get(groups.size() - 1).get(0).second();
        Axis x = new Axis(0, Math.max(1, end), LEFT, WIDTH - RIGHT, false);
        Axis y = Axis.linear(most, HEIGHT - BOTTOM, TOP);
        StringBuilder svg = new StringBuilder("<figure><figcaption>")
                .append(Html.escape(title))
                .append(" <span class=\"unit\">attempts a second that failed, by kind</span></figcaption>")
                .append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\">", WIDTH, HEIGHT));
        for (double tick : y.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT,
                    WIDTH - RIGHT,
                    y.pixel(tick),
                    y.pixel(tick),
                    LEFT - 6,
                    y.pixel(tick) + 3.5,
                    Axis.text(tick)));
        }
        for (double tick : new TimeTicks(end).ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.pixel(tick),
                    HEIGHT - 7,
                    Axis.time(tick)));
        }
        List<String> order = new ArrayList<>(kinds);
        double barWidth = Math.max(1.5, (WIDTH - LEFT - RIGHT) / Math.max(1.0, groups.size()) - 1);
        for (List<Sample> group : groups) {
            double below = 0;
            for (int i = 0; i < order.size(); i++) {
                String kind = order.get(i);
                double count = group.stream()
                                .mapToLong(sample -> sample.errors().getOrDefault(kind, 0L))
                                .sum()
                        / seconds(group);
                if (count > 0) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                            x.pixel(group.get(0).second() - group.get(0).seconds()),
                            y.pixel(below + count),
                            barWidth,
                            y.pixel(below) - y.pixel(below + count),
                            colour(i)));
                    below += count;
                }
            }
        }
        svg.append("</svg><div class=\"legend\">");
        for (int i = 0; i < order.size(); i++) {
            svg.append("<span><i style=\"background:")
                    .append(colour(i))
                    .append("\"></i>")
                    .append(Html.escape(order.get(i)))
                    .append("</span>");
        }
        return svg.append("</div></figure>").toString();
    }

    private static double seconds(List<Sample> group) {
        return group.stream().mapToDouble(Sample::seconds).sum();
    }

    private static String colour(int number) {
        return number == 0 ? Palette.FAILURE : Palette.of(number);
    }
}
