/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import java.util.function.DoubleUnaryOperator;

import org.isocenter.dicom.image.render.Window;

/** The windows that are used where nobody gives one. */
public final class AutomaticWindow {

    private AutomaticWindow() {}

    /** From the least to the greatest value of the modality in a frame; padding and what is not finite do not count. */
    public static Window ofFrame(StoredValues values, DoubleUnaryOperator modality, PixelPadding padding) {
        Range range = new Range();
        if (values.isTabular()) {
            boolean[] used = new boolean[values.cells()];
            int count = values.count();
            for (int pixel = 0; pixel < count; pixel++) {
                used[values.cell(pixel)] = true;
            }
            for (int cell = 0; cell < used.length; cell++) {
                if (used[cell]) {
                    range.add(values.valueOfCell(cell), modality, padding);
                }
            }
        } else {
            int count = values.count();
            for (int pixel = 0; pixel < count; pixel++) {
                range.add(values.value(pixel), modality, padding);
            }
        }
        return Window.between(range.least, range.greatest);
    }

    /** From the least to the greatest value that stored bits can be turned into: all that could be there. */
    public static Window ofAllValues(StoredValues values, DoubleUnaryOperator modality) {
        Range range = new Range();
        range.add(values.least(), modality, PixelPadding.NONE);
        range.add(values.greatest(), modality, PixelPadding.NONE);
        return Window.between(range.least, range.greatest);
    }

    private static final class Range {
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(double stored, DoubleUnaryOperator modality, PixelPadding padding) {
            if (padding.contains(stored)) {
                return;
            }
            double value = modality.applyAsDouble(stored);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
    }
}
