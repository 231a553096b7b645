/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Round times below an axis.
 *
 * @param end seconds of the axis
 */
record TimeTicks(double end) {

    private static final int[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400
    };
    private static final int MOST = 7;

    List<Double> ticks() {
        int step = STEPS[STEPS.length - 1];
        for (int each : STEPS) {
            if (end / each <= MOST) {
                step = each;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = 0; tick <= end; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
