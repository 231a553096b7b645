/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.isocenter.loadtest.metrics.Sample;

/** Reads out of a timeline what a fault did to the traffic. */
final class Recovery {

    /** Seconds that are looked at together: single ones vary too much. */
    static final int WINDOW = 5;

    private static final double AS_BEFORE = 0.8;

    private final List<Sample> timeline;
    private final double begin;
    private final double end;

    /**
     * Of a timeline.
     *
     * @param begin of the fault, in seconds of the timeline
     * @param end when it was put right
     */
    Recovery(List<Sample> timeline, double begin, double end) {
        this.timeline = timeline;
        this.begin = begin;
        this.end = end;
    }

    /** Stores acknowledged a second, in so many seconds before the fault. */
    double rateBefore(int seconds) {
        return rate(timeline.stream()
                .filter(each -> each.second() <= begin && each.second() > begin - seconds)
                .toList());
    }

    /** In the worst window after the beginning of the fault. */
    double lowest() {
        double lowest = Double.MAX_VALUE;
        for (int i = 0; i + WINDOW <= timeline.size(); i++) {
            if (windowBegin(i) >= begin) {
                lowest = Math.min(lowest, windowRate(i));
            }
        }
        return lowest == Double.MAX_VALUE ? 0 : lowest;
    }

    /** In the last window, if it is wholly after the fault. */
    double last() {
        int first = timeline.size() - WINDOW;
        return first >= 0 && windowBegin(first) >= end ? windowRate(first) : 0;
    }

    /** How long the fault was. */
    double held() {
        return end - begin;
    }

    /**
     * Seconds from the beginning of the fault, or its end, until the window after which the rate is as before; -1 when it is not yet, or
     * there was none before.
     */
    double back(double rateBefore, boolean fromEnd) {
        if (rateBefore <= 0) {
            return -1;
        }
        double from = fromEnd ? end : begin;
        double back = -1;
        for (int i = timeline.size() - WINDOW; i >= 0 && windowBegin(i) >= begin; i--) {
            if (windowRate(i) < AS_BEFORE * rateBefore) {
                return back;
            }
            back = Math.max(0, windowBegin(i) - from);
        }
        return back;
    }

    /** Whether traffic is as before the fault and nobody has seen an error for a window. */
    boolean isOver(double rateBefore) {
        return timeline.size() > WINDOW
                && windowBegin(timeline.size() - WINDOW) >= end
                && back(rateBefore, false) >= 0
                && timeline.subList(timeline.size() - WINDOW, timeline.size()).stream()
                        .allMatch(each ->
                                each.errors().isEmpty() && each.failures().isEmpty());
    }

    /** Seconds with an error, from the beginning of the fault or from its end. */
    int errorSeconds(boolean fromEnd) {
        return (int) faulty().filter(each -> !fromEnd || each.second() - each.seconds() > end)
                .count();
    }

    /** From the beginning of the fault to the last error. */
    double lastError() {
        return faulty().mapToDouble(each -> each.second() - begin).max().orElse(0);
    }

    private Stream<Sample> faulty() {
        return timeline.stream()
                .filter(each -> each.second() > begin)
                .filter(each -> !each.errors().isEmpty() || !each.failures().isEmpty());
    }

    /** Attempts that failed since the beginning of the fault, by kind. */
    Map<String, Long> errors() {
        Map<String, Long> all = new TreeMap<>();
        faulty().forEach(each -> each.errors().forEach((kind, count) -> all.merge(kind, count, Long::sum)));
        return all;
    }

    /** Operations that failed for good since the beginning of the fault, by kind. */
    Map<String, Long> failures() {
        Map<String, Long> all = new TreeMap<>();
        faulty().forEach(each -> each.failures().forEach((kind, count) -> all.merge(kind, count, Long::sum)));
        return all;
    }

    private double windowBegin(int first) {
        return timeline.get(first).second() - timeline.get(first).seconds();
    }

    private double windowRate(int first) {
        return rate(timeline.subList(first, first + WINDOW));
    }

    private static double rate(List<Sample> samples) {
        double seconds = samples.stream().mapToDouble(Sample::seconds).sum();
        long stores = samples.stream()
                .flatMap(each -> each.operations().entrySet().stream())
                .filter(each -> each.getKey().equals("c-store") || each.getKey().equals("stow"))
                .mapToLong(each -> each.getValue().succeeded())
                .sum();
        return seconds == 0 ? 0 : stores / seconds;
    }
}
