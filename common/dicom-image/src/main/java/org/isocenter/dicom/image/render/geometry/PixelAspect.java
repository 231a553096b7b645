/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.FrameAttributes;

/** The height of a pixel in parts of its width: Pixel Aspect Ratio and the spacings, each vertical then horizontal. */
public final class PixelAspect {

    private PixelAspect() {}

    /** That of a frame; 1 if nothing usable says otherwise. */
    public static double of(FrameAttributes attributes) {
        Attributes header = attributes.header();
        double ratio = ratio(header.getDoubles(Tag.PixelAspectRatio));
        if (ratio == 0) {
            ratio = ratio(attributes.pixelMeasures().getDoubles(Tag.PixelSpacing));
        }
        if (ratio == 0) {
            ratio = ratio(header.getDoubles(Tag.ImagerPixelSpacing));
        }
        if (ratio == 0) {
            ratio = ratio(header.getDoubles(Tag.NominalScannedPixelSpacing));
        }
        return ratio == 0 ? 1 : ratio;
    }

    /** The first number by the second; 0 if they are no spacing. */
    public static double ratio(double... verticalAndHorizontal) {
        if (verticalAndHorizontal.length < 2) {
            return 0;
        }
        double ratio = verticalAndHorizontal[0] / verticalAndHorizontal[1];
        boolean usable = verticalAndHorizontal[0] > 0 && verticalAndHorizontal[1] > 0 && Double.isFinite(ratio);
        return usable && Math.abs(ratio - 1) > 1e-3 ? ratio : usable ? 1 : 0;
    }
}
