/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.SyntheticFrames;
import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is encoded is decoded by OpenJPEG. */
class HtJ2kEncoderTest {

    private final HtJ2kEncoder encoder = new HtJ2kEncoder();
    private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

    private void roundTrip(Frame frame) throws CodestreamException {
        Frame back = decoder.decode(frame.format(), encoder.encode(frame));
        assertThat(back.format()).isEqualTo(frame.format());
        assertThat(back.samples()).as("%s", frame.format()).isEqualTo(frame.samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void encode_anyDepthAndSign_same(int bits) throws CodestreamException {
        for (int samples = 1; samples <= 3; samples += 2) {
            for (boolean signed : new boolean[] {false, true}) {
                roundTrip(SyntheticFrames.frame(SyntheticFrames.format(137, 261, samples, bits, signed, false), bits));
                roundTrip(SyntheticFrames.smooth(SyntheticFrames.format(70, 90, samples, bits, signed, false)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 300",
        "300, 1",
        "2, 3",
        "3, 2",
        "5, 5",
        "63, 127",
        "64, 64",
        "65, 63",
        "257, 130",
        "513, 1025"
    })
    void encode_anyExtent_same(int rows, int columns) throws CodestreamException {
        roundTrip(SyntheticFrames.frame(SyntheticFrames.format(rows, columns, 1, 12, false, false), 1));
    }

    @Test
    void encode_noise_same() throws CodestreamException {
        for (int seed = 0; seed < 40; seed++) {
            FrameFormat format = SyntheticFrames.format(
                    30 + seed, 150 - 3 * seed, seed % 2 == 0 ? 1 : 3, 8 << seed / 2 % 2, seed % 4 > 1, false);
            byte[] noise = new byte[format.length()];
            new Random(seed).nextBytes(noise);
            roundTrip(new Frame(format, noise));
        }
    }

    /** All or nothing from one pixel to the next is what coefficients become greatest of. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 31})
    void encode_greatestContrast_same(int period) throws CodestreamException {
        for (int shape = 0; shape < 6; shape++) {
            FrameFormat format = SyntheticFrames.format(129, 200, shape < 3 ? 1 : 3, 16, false, false);
            byte[] samples = new byte[format.length()];
            for (int i = 0; i < samples.length / 2; i++) {
                int pixel = i / format.samplesPerPixel();
                int x = pixel % 200 / period;
                int y = pixel / 200 / period;
                int which = shape % 3 == 0 ? x + y : shape % 3 == 1 ? x : y;
                boolean isBright = (which + i % format.samplesPerPixel()) % 2 == 0;
                samples[2 * i] = (byte) (isBright ? 0xFF : 0);
                samples[2 * i + 1] = (byte) (isBright ? 0xFF : 0);
            }
            roundTrip(new Frame(format, samples));
        }
    }

    @Test
    void encode_sparse_same() throws CodestreamException {
        FrameFormat format = SyntheticFrames.format(300, 300, 1, 16, true, false);
        for (int count = 0; count < 30; count += 3) {
            byte[] samples = new byte[format.length()];
            Random random = new Random(count);
            for (int i = 0; i < count; i++) {
                samples[random.nextInt(samples.length)] = (byte) random.nextInt();
            }
            roundTrip(new Frame(format, samples));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void encode_constant_same(int bits) throws CodestreamException {
        for (int samples = 1; samples <= 3; samples += 2) {
            FrameFormat format = SyntheticFrames.format(67, 131, samples, bits, false, false);
            byte[] greatest = new byte[format.length()];
            for (int i = 0; i < greatest.length; i++) {
                greatest[i] = (byte) (bits == 12 && i % 2 == 1 ? 0x0F : 0xFF);
            }
            roundTrip(new Frame(format, new byte[format.length()]));
            roundTrip(new Frame(format, greatest));
        }
    }

    @Test
    void encode_planar_comesBackByPixel() throws CodestreamException {
        Frame frame = SyntheticFrames.frame(SyntheticFrames.format(9, 11, 3, 8, false, true), 1);

        Frame back = decoder.decode(frame.format(), encoder.encode(frame));

        assertThat(back.format()).isEqualTo(frame.format().withPlanar(false));
        for (int i = 0; i < 297; i++) {
            assertThat(back.samples()[i]).isEqualTo(frame.samples()[i % 3 * 99 + i / 3]);
        }
    }

    @Test
    void encode_otherColours_areNotTransformed() throws CodestreamException {
        FrameFormat format =
                SyntheticFrames.format(20, 20, 3, 8, false, false).withPhotometricInterpretation("YBR_FULL");

        roundTrip(SyntheticFrames.frame(format, 1));
        assertThat(encoder.photometricInterpretation("YBR_FULL")).isEqualTo("YBR_FULL");
        assertThat(encoder.photometricInterpretation("RGB")).isEqualTo("YBR_RCT");
    }

    @Test
    void encode_whatDoesNotFit_refused() {
        FrameFormat wide = SyntheticFrames.format(1, 40_000, 1, 8, false, false);
        FrameFormat cells = new FrameFormat(4, 4, 1, 32, 32, 31, false, false, "MONOCHROME2");
        FrameFormat twelve = SyntheticFrames.format(1, 1, 1, 12, false, false);

        assertThatThrownBy(() -> encoder.encode(new Frame(wide, new byte[wide.length()])))
                .isInstanceOf(CodestreamException.class);
        assertThatThrownBy(() -> encoder.encode(new Frame(cells, new byte[cells.length()])))
                .isInstanceOf(CodestreamException.class);
        assertThatThrownBy(() -> encoder.encode(new Frame(twelve, new byte[] {0, 0x10})))
                .isInstanceOf(CodestreamException.class);
    }

    /** No marker may seem to be within what is between markers. */
    @Test
    void encode_noise_hasNoMarkerInIt() throws CodestreamException {
        FrameFormat format = SyntheticFrames.format(256, 256, 1, 16, false, false);
        byte[] noise = new byte[format.length()];
        new Random(9).nextBytes(noise);

        byte[] codestream = encoder.encode(new Frame(format, noise));

        Set<Integer> markers = new HashSet<>();
        for (int i = 0; i + 1 < codestream.length; i++) {
            if (codestream[i] == (byte) 0xFF && (codestream[i + 1] & 0xFF) > 0x8F) {
                assertThat(markers.add(codestream[i + 1] & 0xFF)).isTrue();
            }
        }
        assertThat(markers).containsExactlyInAnyOrder(0x90, 0x93, 0xD9);
    }
}
