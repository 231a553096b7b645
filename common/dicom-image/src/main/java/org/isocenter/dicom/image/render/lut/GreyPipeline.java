/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import java.util.function.DoubleUnaryOperator;

import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.PixelMatrix;

/**
 * The steps from a stored value to a grey of 8 bits (PS3.4 N.2).
 *
 * @param modality stored value to value of the modality
 * @param valuesOfInterest to 0..1
 * @param presentation 0..1 to 0..1
 * @param padding what is shown black
 */
public record GreyPipeline(
        DoubleUnaryOperator modality,
        DoubleUnaryOperator valuesOfInterest,
        DoubleUnaryOperator presentation,
        PixelPadding padding) {

    private static final int WHITE = 255;

    /** The grey of a stored value. */
    public byte grey(double stored) {
        if (padding.contains(stored)) {
            return 0;
        }
        double value = presentation.applyAsDouble(valuesOfInterest.applyAsDouble(modality.applyAsDouble(stored)));
        return (byte) (value > 0 ? (int) (Math.min(value, 1) * WHITE + 0.5) : 0);
    }

    /** All pixels of a frame, through one table where its cells allow it. */
    public PixelMatrix apply(StoredValues values) {
        FrameFormat format = values.format();
        byte[] greys = new byte[values.count()];
        if (values.isTabular() && values.cells() <= greys.length) {
            byte[] table = new byte[values.cells()];
            for (int cell = 0; cell < table.length; cell++) {
                table[cell] = grey(values.valueOfCell(cell));
            }
            for (int pixel = 0; pixel < greys.length; pixel++) {
                greys[pixel] = table[values.cell(pixel)];
            }
        } else {
            for (int pixel = 0; pixel < greys.length; pixel++) {
                greys[pixel] = grey(values.value(pixel));
            }
        }
        return new PixelMatrix(format.columns(), format.rows(), 1, greys);
    }
}
