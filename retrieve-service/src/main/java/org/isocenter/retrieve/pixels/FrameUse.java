/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.io.IOException;

import org.isocenter.dicom.image.frame.Frame;

/**
 * What is done with a decoded frame.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface FrameUse<T> {

    /** Uses the frame, which is not to be kept: its memory is counted only until this returns. */
    T with(Frame frame) throws IOException;
}
