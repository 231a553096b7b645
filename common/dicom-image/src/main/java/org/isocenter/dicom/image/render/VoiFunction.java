/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.Optional;

/** How a window maps values to grey (PS3.3 C.11.2.1.2 and C.11.2.1.3). */
public enum VoiFunction {
    /** With the half pixel of C.11.2.1.2.1. */
    LINEAR("LINEAR", "linear") {
        @Override
        public double apply(double value, double center, double width) {
            if (width <= 1) {
                return value <= center - 0.5 ? 0 : 1;
            }
            return clamp((value - (center - 0.5)) / (width - 1) + 0.5);
        }
    },
    /** Without it (C.11.2.1.3.2). */
    LINEAR_EXACT("LINEAR_EXACT", "linear-exact") {
        @Override
        public double apply(double value, double center, double width) {
            return clamp((value - center) / width + 0.5);
        }
    },
    /** The logistic curve (C.11.2.1.3.1). */
    SIGMOID("SIGMOID", "sigmoid") {
        @Override
        public double apply(double value, double center, double width) {
            return clamp(1 / (1 + Math.exp(-4 * (value - center) / width)));
        }
    };

    private final String definedTerm;
    private final String parameter;

    VoiFunction(String definedTerm, String parameter) {
        this.definedTerm = definedTerm;
        this.parameter = parameter;
    }

    /**
     * Maps a value.
     *
     * @return 0 for the lowest to 1 for the highest; 0 for what is no number
     */
    public abstract double apply(double value, double center, double width);

    /** The function of a VOI LUT Function (0028,1056); LINEAR for what is none. */
    public static VoiFunction ofDefinedTerm(String term) {
        for (VoiFunction each : values()) {
            if (each.definedTerm.equals(term)) {
                return each;
            }
        }
        return LINEAR;
    }

    /** The function of the web's window parameter (PS3.18 8.3.5.1.4). */
    public static Optional<VoiFunction> ofParameter(String text) {
        for (VoiFunction each : values()) {
            if (each.parameter.equalsIgnoreCase(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static double clamp(double value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }
}
