/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

/**
 * One decoded frame. Whoever has it owns the bytes: they are not copied.
 *
 * @param format how they lie
 * @param samples of {@link FrameFormat#length()} bytes, as in Explicit VR Little Endian
 */
public record Frame(FrameFormat format, byte[] samples) {

    /**
     * Refuses too few or too many bytes.
     *
     * @throws IllegalArgumentException if the length is not that of the format
     */
    public Frame {
        if (samples.length != format.length()) {
            throw new IllegalArgumentException("a frame of " + samples.length + " bytes, not of " + format.length());
        }
    }
}
