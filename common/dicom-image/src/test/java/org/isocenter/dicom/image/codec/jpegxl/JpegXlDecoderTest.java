/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegxl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.SyntheticFrames;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class JpegXlDecoderTest {

    private static final FrameFormat GREY = SyntheticFrames.format(24, 40, 1, 12, false, false);
    private static final FrameFormat COLOUR = SyntheticFrames.format(24, 40, 3, 8, false, false);

    private final JpegXlDecoder decoder = new JpegXlDecoder();

    @BeforeEach
    void need() {
        assumeTrue(JpegXlDecoder.present(), "no libjxl in this operating system");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = JpegXlDecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static int pattern(int x, int y, int plane, int bits) {
        return ((x * x + 3 * y * y) * (plane + 1) + 5 * x * y) / 9 % (1 << bits);
    }

    @Test
    void decode_losslessGrey_same() throws IOException {
        Frame frame = decoder.decode(GREY, resource("grey-lossless.jxl"));
        assertThat(frame.format()).isEqualTo(GREY);
        for (int pixel = 0; pixel < 24 * 40; pixel++) {
            assertThat(SyntheticFrames.sample(frame, pixel)).isEqualTo(pattern(pixel % 40, pixel / 40, 0, 12));
        }
    }

    @Test
    void decode_losslessColour_same() throws IOException {
        Frame frame = decoder.decode(COLOUR, resource("colour-lossless.jxl"));
        assertThat(frame.format()).isEqualTo(COLOUR);
        for (int index = 0; index < 24 * 40 * 3; index++) {
            int pixel = index / 3;
            assertThat(SyntheticFrames.sample(frame, index)).isEqualTo(pattern(pixel % 40, pixel / 40, index % 3, 8));
        }
    }

    @Test
    void decode_recompressedJpeg_rgb() throws IOException {
        FrameFormat described = COLOUR.withPhotometricInterpretation("YBR_FULL_422");
        Frame frame = decoder.decode(described, resource("colour-recompressed.jxl"));
        assertThat(frame.format()).isEqualTo(COLOUR);
        int index = (20 * 40 + 33) * 3;
        assertThat(SyntheticFrames.sample(frame, index)).isCloseTo(33 * 5 + 20 * 2, within(12));
        assertThat(SyntheticFrames.sample(frame, index + 1)).isCloseTo(33 * 3 + 40, within(12));
        assertThat(SyntheticFrames.sample(frame, index + 2)).isCloseTo(20 * 9, within(12));
    }

    @Test
    void decode_otherExtentThanDescribed_refused() {
        for (FrameFormat other : new FrameFormat[] {
            COLOUR,
            SyntheticFrames.format(24, 41, 1, 12, false, false),
            SyntheticFrames.format(25, 40, 1, 12, false, false)
        }) {
            assertThatThrownBy(() -> decoder.decode(other, resource("grey-lossless.jxl")))
                    .isInstanceOf(CodestreamException.class);
        }
    }

    @Test
    void decode_truncatedOrFlipped_refusedOrDecoded() throws IOException {
        byte[] whole = resource("grey-lossless.jxl");
        Random random = new Random(6);
        for (int turn = 0; turn < 1000; turn++) {
            byte[] codestream = Arrays.copyOf(whole, turn % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            if (turn % 2 != 0) {
                codestream[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(decoder.decode(GREY, codestream).format().rows()).isEqualTo(24);
            } catch (CodestreamException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }
}
