/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.util.Optional;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.FrameIndex;

/**
 * An image to render. Used by one thread.
 *
 * @param instance its row
 * @param attributes its data set; tables are put into it when a frame is rendered
 * @param presentationState how it is to be shown
 */
public record ImageSource(
        StoredInstance instance, Attributes attributes, Optional<PresentationSource> presentationState) {

    /**
     * A presentation state.
     *
     * @param instance its row
     * @param attributes its data set; graphics and tables are put into it when a frame is rendered
     */
    public record PresentationSource(StoredInstance instance, Attributes attributes) {}

    /** As it describes itself. */
    public static ImageSource of(StoredInstance instance, Attributes attributes) {
        return new ImageSource(instance, attributes, Optional.empty());
    }

    /** Its frames; 0 if the pixel data hold no whole one. A video counts as one, since its first is shown. */
    public int frames() {
        FrameIndex index = instance.frameIndex();
        return index.kind() == FrameIndex.Kind.NONE
                ? Math.max(1, attributes.getInt(Tag.NumberOfFrames, 1))
                : index.count();
    }

    /** The frame that stands for all. */
    public int middleFrame() {
        return frames() / 2 + 1;
    }
}
