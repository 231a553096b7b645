/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.RenderException;

/** From stored values to the values of the modality (PS3.3 C.11.1). */
public final class ModalityTransform {

    private ModalityTransform() {}

    /**
     * The transform that a data set, a functional group or a presentation state holds; the identity if it holds none.
     * Numbers that are none, and a slope of zero, count as absent.
     *
     * @throws RenderException if its table is damaged
     */
    public static DoubleUnaryOperator of(Attributes holder) throws RenderException {
        Optional<LookupTable> table = LookupTable.ofSequence(holder, Tag.ModalityLUTSequence);
        if (table.isPresent()) {
            return table.get()::entry;
        }
        double slope = usable(holder.getDouble(Tag.RescaleSlope, 1), 1);
        double intercept = usable(holder.getDouble(Tag.RescaleIntercept, 0), 0);
        double factor = slope == 0 ? 1 : slope;
        return factor == 1 && intercept == 0 ? DoubleUnaryOperator.identity() : stored -> stored * factor + intercept;
    }

    private static double usable(double number, double otherwise) {
        return Double.isFinite(number) ? number : otherwise;
    }
}
