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
import org.isocenter.dicom.image.render.VoiFunction;
import org.isocenter.dicom.image.render.Window;

/** From the values of the modality to those of interest, 0 to 1 (PS3.3 C.11.2). */
public final class VoiTransform {

    private VoiTransform() {}

    /**
     * The transform that a data set, a functional group or a presentation state holds: its first window, else its first
     * table. A window that is none counts as absent.
     *
     * @throws RenderException if its table is damaged
     */
    public static Optional<DoubleUnaryOperator> of(Attributes holder) throws RenderException {
        Optional<Window> window = window(holder);
        if (window.isPresent()) {
            return window.map(each -> each::apply);
        }
        return LookupTable.ofSequence(holder, Tag.VOILUTSequence).map(table -> table::normalized);
    }

    /** The first window that a data set holds. */
    public static Optional<Window> window(Attributes holder) {
        double center = holder.getDouble(Tag.WindowCenter, Double.NaN);
        double width = holder.getDouble(Tag.WindowWidth, Double.NaN);
        if (!Window.isPossible(center, width)) {
            return Optional.empty();
        }
        String function = holder.getString(Tag.VOILUTFunction, "LINEAR");
        return Optional.of(new Window(center, width, VoiFunction.ofDefinedTerm(function)));
    }
}
