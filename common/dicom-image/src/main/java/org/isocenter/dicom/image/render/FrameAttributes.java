/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;

/**
 * What the data set says of one frame: its own functional group, else the shared one, else the data set (PS3.3 C.7.6.16).
 *
 * @param header the data set, its tables in memory
 * @param frameNumber from 1 on
 */
public record FrameAttributes(Attributes header, int frameNumber) {

    /** The item of a functional group's macro for the frame. */
    public Optional<Attributes> macro(int macroSequence) {
        Sequence perFrame = header.getSequence(Tag.PerFrameFunctionalGroupsSequence);
        if (perFrame != null && frameNumber >= 1 && frameNumber <= perFrame.size()) {
            Attributes item = perFrame.get(frameNumber - 1).getNested(macroSequence);
            if (item != null) {
                return Optional.of(item);
            }
        }
        Attributes shared = header.getNested(Tag.SharedFunctionalGroupsSequence);
        return shared == null ? Optional.empty() : Optional.ofNullable(shared.getNested(macroSequence));
    }

    /** Where Rescale Slope, Rescale Intercept or a Modality LUT Sequence stand. */
    public Attributes modality() {
        return macro(Tag.PixelValueTransformationSequence).orElse(header);
    }

    /** Where windows or a VOI LUT Sequence stand. */
    public Attributes valuesOfInterest() {
        return macro(Tag.FrameVOILUTSequence).orElse(header);
    }

    /** Where Pixel Spacing stands. */
    public Attributes pixelMeasures() {
        return macro(Tag.PixelMeasuresSequence).orElse(header);
    }

    /** Where a display shutter stands. */
    public Attributes shutter() {
        return macro(Tag.FrameDisplayShutterSequence).orElse(header);
    }
}
