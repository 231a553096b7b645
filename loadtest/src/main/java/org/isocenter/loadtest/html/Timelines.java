/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.isocenter.loadtest.metrics.OperationSample;
import org.isocenter.loadtest.metrics.Sample;

/** Makes lines of the intervals of a run, so few points that they can be drawn. */
final class Timelines {

    private static final int MOST_POINTS = 240;

    private Timelines() {}

    /** Operations a second, of one label or of all that are no sums of others. */
    static List<Line.Point> rate(List<Sample> timeline, String label) {
        List<Line.Point> points = new ArrayList<>();
        for (List<Sample> group : groups(timeline)) {
            double count =
                    group.stream().mapToDouble(sample -> count(sample, label)).sum();
            double seconds = group.stream().mapToDouble(Sample::seconds).sum();
            points.add(new Line.Point(middle(group), count / seconds));
        }
        return points;
    }

    /** Millions of bytes a second. */
    static List<Line.Point> megabytes(List<Sample> timeline) {
        List<Line.Point> points = new ArrayList<>();
        for (List<Sample> group : groups(timeline)) {
            double bytes = group.stream()
                    .flatMap(sample -> sample.operations().entrySet().stream())
                    .filter(each -> !isSum(each.getKey()))
                    .mapToDouble(each -> each.getValue().bytes())
                    .sum();
            double seconds = group.stream().mapToDouble(Sample::seconds).sum();
            points.add(new Line.Point(middle(group), bytes / 1e6 / seconds));
        }
        return points;
    }

    /** The worst of a percentile within each group of intervals; interrupted where nothing was done. */
    static List<Line.Point> latency(List<Sample> timeline, String label, ToDoubleFunction<OperationSample> percentile) {
        List<Line.Point> points = new ArrayList<>();
        for (List<Sample> group : groups(timeline)) {
            double worst = group.stream()
                    .map(sample -> sample.operations().get(label))
                    .filter(each -> each != null && each.succeeded() > 0)
                    .mapToDouble(percentile)
                    .max()
                    .orElse(Double.NaN);
            points.add(new Line.Point(middle(group), worst));
        }
        return points;
    }

    /** Operations that consist of others, which are counted themselves. */
    static boolean isSum(String label) {
        return label.equals("c-store-study") || label.equals("stow-study");
    }

    private static double count(Sample sample, String label) {
        return sample.operations().entrySet().stream()
                .filter(each ->
                        label == null ? !isSum(each.getKey()) : each.getKey().equals(label))
                .mapToDouble(each -> each.getValue().succeeded())
                .sum();
    }

    private static double middle(List<Sample> group) {
        double from = group.get(0).second() - group.get(0).seconds();
        return (from + group.get(group.size() - 1).second()) / 2;
    }

    static List<List<Sample>> groups(List<Sample> timeline) {
        // the last interval may be a fraction of a second, of which a rate says nothing
        List<Sample> whole =
                timeline.stream().filter(each -> each.seconds() >= 0.5).toList();
        int size = Math.max(1, (whole.size() + MOST_POINTS - 1) / MOST_POINTS);
        List<List<Sample>> groups = new ArrayList<>();
        for (int i = 0; i < whole.size(); i += size) {
            groups.add(whole.subList(i, Math.min(whole.size(), i + size)));
        }
        return groups;
    }
}
