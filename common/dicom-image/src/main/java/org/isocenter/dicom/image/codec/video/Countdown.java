/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Bounds the packets that are read for one frame. One thread at a time. */
final class Countdown {

    private static final int FOR_THE_FIRST_FRAME = 4096;
    private static final int FOR_EACH_FURTHER = 64;

    private long left;

    Countdown(int frame) {
        left = FOR_THE_FIRST_FRAME + (long) FOR_EACH_FURTHER * frame;
    }

    /** Takes one. */
    void step() throws CodestreamException {
        left--;
        if (left < 0) {
            throw new CodestreamException("a video of too many packets before the frame");
        }
    }
}
