/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/**
 * Bounds of an animation.
 *
 * @param maxFrames frames
 * @param maxPixels pixels of all frames together
 */
public record AnimationLimits(int maxFrames, long maxPixels) {

    /** 1000 frames, 512 Mi pixels. */
    public static final AnimationLimits DEFAULT = new AnimationLimits(1000, 512L << 20);

    /**
     * Refuses an animation before it is begun.
     *
     * @throws RenderException if it would exceed a bound
     */
    public void check(int frames, int width, int height) throws RenderException {
        if (frames > maxFrames || (long) width * height > maxPixels / Math.max(1, frames)) {
            throw new RenderException(Reason.TOO_LARGE, "an animation of more frames or pixels than is allowed");
        }
    }
}
