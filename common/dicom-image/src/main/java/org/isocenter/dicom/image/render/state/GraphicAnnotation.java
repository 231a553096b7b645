/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.state;

import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;

/**
 * An item of the Graphic Annotation Sequence (PS3.3 C.10.5).
 *
 * @param item the item
 * @param layer the item of its graphic layer; null if there is none
 */
public record GraphicAnnotation(Attributes item, Attributes layer) {

    private static final int WHITE = 0xFFFF;

    /** The order of its layer: higher ones lie on lower ones. */
    int order() {
        return layer == null ? 0 : layer.getInt(Tag.GraphicLayerOrder, 0);
    }

    /** The grey of its layer, 0 to 255; white if none is recommended. */
    int grey() {
        int value = layer == null ? WHITE : layer.getInt(Tag.GraphicLayerRecommendedDisplayGrayscaleValue, WHITE);
        return value >> 8 & 0xFF;
    }

    List<Attributes> graphics() {
        return items(Tag.GraphicObjectSequence);
    }

    List<Attributes> texts() {
        return items(Tag.TextObjectSequence);
    }

    private List<Attributes> items(int tag) {
        Sequence sequence = item.getSequence(tag);
        return sequence == null ? List.of() : sequence;
    }
}
