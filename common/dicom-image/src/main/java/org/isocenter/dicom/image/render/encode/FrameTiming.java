/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** How long each frame of a multi-frame image is shown (PS3.3 C.7.6.5). */
public final class FrameTiming {

    /** Where nothing is said. */
    public static final int DEFAULT_MILLISECONDS = 100;

    private static final int LEAST = 20;
    private static final int GREATEST = 10_000;

    private FrameTiming() {}

    /**
     * The time of a frame: of Recommended Display Frame Rate, Frame Time, the mean of Frame Time Vector or Cine Rate, the
     * first that is usable.
     *
     * @return milliseconds, 20 to 10000
     */
    public static int milliseconds(Attributes header) {
        double[] candidates = {
            1000 / header.getDouble(Tag.RecommendedDisplayFrameRate, 0),
            header.getDouble(Tag.FrameTime, 0),
            mean(header.getDoubles(Tag.FrameTimeVector)),
            1000 / header.getDouble(Tag.CineRate, 0)
        };
        for (double each : candidates) {
            if (each > 0 && Double.isFinite(each)) {
                return (int) Math.rint(Math.max(LEAST, Math.min(each, GREATEST)));
            }
        }
        return DEFAULT_MILLISECONDS;
    }

    /** The vector's first value is that before the first frame and zero. */
    private static double mean(double[] vector) {
        double sum = 0;
        for (double each : vector) {
            sum += each;
        }
        return vector.length < 2 ? 0 : sum / (vector.length - 1);
    }
}
