/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames that are not compressed. */
class NativeDecoderTest {

    private final NativeDecoder decoder = new NativeDecoder();

    private static FrameFormat format(int samplesPerPixel, String photometricInterpretation) {
        return new FrameFormat(1, 4, samplesPerPixel, 8, 8, 7, false, false, photometricInterpretation);
    }

    @Test
    void decode_sharedChrominance_isGivenToBothPixels() throws CodestreamException {
        Frame frame = decoder.decode(format(3, "YBR_FULL_422"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

        assertThat(frame.samples()).isEqualTo(new byte[] {1, 3, 4, 2, 3, 4, 5, 7, 8, 6, 7, 8});
        assertThat(frame.format().photometricInterpretation()).isEqualTo("YBR_FULL");
    }

    @Test
    void decode_anotherLength_refused() throws CodestreamException {
        FrameFormat format = format(1, "MONOCHROME2");

        assertThat(decoder.decode(format, new byte[4]).format()).isEqualTo(format);
        assertThatThrownBy(() -> decoder.decode(format, new byte[3])).isInstanceOf(CodestreamException.class);
    }
}
