/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Encodes one frame. Implementations keep no state between calls and may be used by many threads. */
public interface FrameEncoder {

    /**
     * Encodes.
     *
     * @return the codestream, not padded to an even length
     * @throws CodestreamException if the transfer syntax has no room for such samples
     */
    byte[] encode(Frame frame) throws CodestreamException;

    /** Whether the codestream has room for samples of a format, as far as that tells: {@link #encode} may still find one too great. */
    boolean canEncode(FrameFormat format);

    /** The photometric interpretation of the codestream, for a frame's own (PS3.5 8.2). */
    String photometricInterpretation(String ofFrame);

    /** Whether every frame comes back as it was. */
    boolean isLossless();
}
