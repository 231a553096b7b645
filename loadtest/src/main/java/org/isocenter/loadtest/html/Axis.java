/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale from values to pixels.
 *
 * @param least value
 * @param most value
 * @param from pixel of the least
 * @param to pixel of the most
 * @param logarithmic or linear
 */
record Axis(double least, double most, double from, double to, boolean logarithmic) {

    private static final int TICKS = 5;

    /** An axis of times or rates from zero. */
    static Axis linear(double most, double from, double to) {
        double step = step(Math.max(most, 1e-9));
        return new Axis(0, Math.ceil(Math.max(most, 1e-9) / step - 1e-9) * step, from, to, false);
    }

    /** An axis of whole decades. */
    static Axis log(double least, double most, double from, double to) {
        double low = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-3))));
        double high = Math.pow(10, Math.ceil(Math.log10(Math.max(most, low * 1.01))));
        return new Axis(low, high, from, to, true);
    }

    double pixel(double value) {
        double share = logarithmic
                ? (Math.log10(Math.max(value, least)) - Math.log10(least)) / (Math.log10(most) - Math.log10(least))
                : (value - least) / (most - least);
        return from + share * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            boolean few = most / least < 200;
            for (double decade = least; decade <= most * 1.001; decade *= 10) {
                ticks.add(decade);
                if (few && decade * 3 < most) {
                    ticks.add(decade * 3);
                }
            }
        } else {
            double step = step(most - least);
            for (double tick = least; tick <= most + step / 100; tick += step) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    private static double step(double range) {
        double rough = range / TICKS;
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : new double[] {1, 2, 2.5, 5}) {
            if (rough <= nice * decade * 1.0001) {
                return nice * decade;
            }
        }
        return 10 * decade;
    }

    /** A number for people: 0.5, 20, 1.5k. */
    static String text(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return trim(value / 1e6) + "M";
        } else if (size >= 10_000) {
            return trim(value / 1000) + "k";
        }
        return trim(value);
    }

    private static String trim(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%.1f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A time in seconds for people. */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
