/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/**
 * A window on values behind the Modality LUT (PS3.3 C.11.2.1.2). Immutable.
 *
 * @param center finite
 * @param width finite and above 0; a linear one below 1 is taken to be exact, as windows on fractions are
 * @param function how it maps
 */
public record Window(double center, double width, VoiFunction function) {

    /**
     * Refuses what is no window.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Window {
        if (!isPossible(center, width)) {
            throw new IllegalArgumentException("a window needs a finite center and a finite width above 0");
        }
        if (function == VoiFunction.LINEAR && width < 1) {
            function = VoiFunction.LINEAR_EXACT;
        }
    }

    /** Whether the numbers are a window. */
    public static boolean isPossible(double center, double width) {
        return Double.isFinite(center) && Double.isFinite(width) && width > 0;
    }

    /** The window from one value to another, both within it. */
    public static Window between(double least, double greatest) {
        double width = greatest - least;
        if (!Double.isFinite(width) || width <= 0) {
            return new Window(Double.isFinite(least) ? least + 0.5 : 0.5, 1, VoiFunction.LINEAR);
        }
        return new Window(least + width / 2, width, VoiFunction.LINEAR_EXACT);
    }

    /** Where a value lies: 0 for the lowest grey, 1 for the highest. */
    public double apply(double value) {
        return function.apply(value, center, width);
    }
}
