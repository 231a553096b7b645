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
        return references == null || references.isEmpty() || anyNames(references, sopInstanceUid, frameNumber);
    }

    /** Whether the frame is named; some writers use the sequence of composite objects for it. */
    static boolean name(Attributes item, String sopInstanceUid, int frameNumber) {
        Sequence images = item.getSequence(Tag.ReferencedImageSequence);
        Sequence references = images == null ? item.getSequence(Tag.ReferencedSOPSequence) : images;
        return references != null && anyNames(references, sopInstanceUid, frameNumber);
    }

    private static boolean anyNames(Sequence references, String sopInstanceUid, int frameNumber) {
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
