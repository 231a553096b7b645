/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.state;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;

/** Whether an item of a presentation state is about a frame: its Referenced Image Sequence (PS3.3 10.3). */
final class ReferencedImages {

    private ReferencedImages() {}

    /** Whether it is; an item without references is about every image of the state. */
    static boolean include(Attributes item, String sopInstanceUid, int frameNumber) {
        Sequence references = item.getSequence(Tag.ReferencedImageSequence);
        if (references == null || references.isEmpty()) {
            return true;
        }
        for (Attributes reference : references) {
            if (sopInstanceUid.equals(reference.getString(Tag.ReferencedSOPInstanceUID))
                    && includesFrame(reference, frameNumber)) {
                return true;
            }
        }
        return false;
    }

    private static boolean includesFrame(Attributes reference, int frameNumber) {
        int[] frames = reference.getInts(Tag.ReferencedFrameNumber);
        for (int each : frames) {
            if (each == frameNumber) {
                return true;
            }
        }
        return frames.length == 0;
    }
}
