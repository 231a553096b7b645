/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Decodes the codestream of one frame. Implementations keep no state between calls and may be used by many threads. */
@FunctionalInterface
public interface FrameDecoder {

    /**
     * Decodes. Memory is some six times the described length at the most, and none of it is taken before the codestream
     * could hold so much; whoever calls bounds what may be described. {@link FrameAssembly} says how samples of another
     * precision lie in their cells.
     *
     * @param described what the data set says; the codestream may know better (PS3.5 8.2.1), so the frame's format decides
     * @param codestream all fragments of the frame, one behind the other; not changed
     * @throws CodestreamException if it cannot be decoded, or would not fit what is described
     */
    Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException;
}
