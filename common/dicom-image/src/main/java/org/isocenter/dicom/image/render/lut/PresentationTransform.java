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

/** From values of interest to presentation values, both 0 to 1 (PS3.3 C.11.4, C.11.6). */
public final class PresentationTransform {

    private PresentationTransform() {}

    /**
     * The transform of an image: its table, or turned about if its least value is to be white.
     *
     * @throws RenderException if its table is damaged
     */
    public static DoubleUnaryOperator ofImage(Attributes header, String photometricInterpretation)
            throws RenderException {
        Optional<DoubleUnaryOperator> own = table(header);
        if (own.isPresent()) {
            return own.get();
        }
        boolean inverse = photometricInterpretation.equals("MONOCHROME1")
                || header.getString(Tag.PresentationLUTShape, "").equals("INVERSE");
        return inverse ? PresentationTransform::turnedAbout : DoubleUnaryOperator.identity();
    }

    /**
     * The transform of a presentation state, which alone decides (PS3.3 C.11.6.1).
     *
     * @throws RenderException if its table is damaged
     */
    public static DoubleUnaryOperator ofState(Attributes state) throws RenderException {
        Optional<DoubleUnaryOperator> own = table(state);
        if (own.isPresent()) {
            return own.get();
        }
        boolean inverse = state.getString(Tag.PresentationLUTShape, "").equals("INVERSE");
        return inverse ? PresentationTransform::turnedAbout : DoubleUnaryOperator.identity();
    }

    private static double turnedAbout(double value) {
        return 1 - value;
    }

    private static Optional<DoubleUnaryOperator> table(Attributes holder) throws RenderException {
        return LookupTable.ofSequence(holder, Tag.PresentationLUTSequence).map(table -> table::normalizedAt);
    }
}
