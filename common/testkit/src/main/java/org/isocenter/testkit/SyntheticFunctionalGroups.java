/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Functional groups of an enhanced multi-frame image (PS3.3 C.7.6.16): spacing shared, position per frame. */
final class SyntheticFunctionalGroups {

    private SyntheticFunctionalGroups() {}

    static void writeTo(Attributes attributes, int frames, double sliceThickness) {
        Attributes shared = new Attributes();
        attributes.newSequence(Tag.SharedFunctionalGroupsSequence).add(shared);
        Attributes measures = new Attributes();
        measures.setDouble(Tag.SliceThickness, VR.DS, sliceThickness);
        measures.setDouble(Tag.PixelSpacing, VR.DS, 0.75, 0.75);
        shared.newSequence(Tag.PixelMeasuresSequence).add(measures);
        Attributes orientation = new Attributes();
        orientation.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        shared.newSequence(Tag.PlaneOrientationSequence).add(orientation);

        Sequence perFrame = attributes.newSequence(Tag.PerFrameFunctionalGroupsSequence);
        for (int frame = 0; frame < frames; frame++) {
            perFrame.add(group(frame, sliceThickness));
        }
    }

    private static Attributes group(int frame, double sliceThickness) {
        Attributes group = new Attributes();
        Attributes content = new Attributes();
        content.setString(Tag.StackID, VR.SH, "1");
        content.setInt(Tag.InStackPositionNumber, VR.UL, frame + 1);
        content.setInt(Tag.DimensionIndexValues, VR.UL, 1, frame + 1);
        group.newSequence(Tag.FrameContentSequence).add(content);
        Attributes position = new Attributes();
        position.setDouble(Tag.ImagePositionPatient, VR.DS, -192, -192, frame * sliceThickness);
        group.newSequence(Tag.PlanePositionSequence).add(position);
        return group;
    }
}
