/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and rates with their units. */
public final class Units {

    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(us|ms|s|m|min|h)");
    private static final Pattern RATE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(?:/\\s*(s|min|h))?");

    private Units() {}

    /** Reads a duration such as 500ms, 2.5s, 10m or 1h. */
    public static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new ScenarioException(
                    key + ": '" + text + "' is no duration; write a number with us, ms, s, m or h, such as 30s");
        }
        double nanos = Double.parseDouble(matcher.group(1)) * nanos(matcher.group(2));
        return Duration.ofNanos((long) nanos);
    }

    /** Reads a rate such as 20/s or 90/min and gives it in a second. */
    public static double rate(String key, String text) {
        Matcher matcher = RATE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new ScenarioException(key + ": '" + text + "' is no rate; write such as 20/s, 90/min or 500/h");
        }
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return Double.parseDouble(matcher.group(1)) / (nanos(unit) / 1e9);
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m", "min" -> 60e9;
            case "h" -> 3600e9;
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
