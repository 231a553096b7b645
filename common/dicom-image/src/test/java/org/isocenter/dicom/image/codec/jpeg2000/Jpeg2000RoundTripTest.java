/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.SyntheticFrames;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Jpeg2000RoundTripTest {

    private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();
    private final Jpeg2000Encoder lossless = Jpeg2000Encoder.lossless();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void lossless_anyDepthAndSign_same(int bits) throws CodestreamException {
        for (int samples = 1; samples <= 3; samples += 2) {
            for (boolean signed : new boolean[] {false, true}) {
                Frame frame = SyntheticFrames.frame(SyntheticFrames.format(37, 61, samples, bits, signed, false), bits);
                Frame back = decoder.decode(frame.format(), lossless.encode(frame));
                assertThat(back.format()).isEqualTo(frame.format());
                assertThat(back.samples()).isEqualTo(frame.samples());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1", "2, 3", "64, 64", "65, 63", "257, 130"})
    void lossless_anyExtent_same(int rows, int columns) throws CodestreamException {
        Frame frame = SyntheticFrames.frame(SyntheticFrames.format(rows, columns, 1, 12, false, false), 1);
        Frame back = decoder.decode(frame.format(), lossless.encode(frame));
        assertThat(back.samples()).isEqualTo(frame.samples());
    }

    @Test
    void lossless_noise_same() throws CodestreamException {
        FrameFormat format = SyntheticFrames.format(50, 50, 1, 16, false, false);
        byte[] noise = new byte[format.length()];
        new Random(3).nextBytes(noise);
        Frame frame = new Frame(format, noise);
        assertThat(decoder.decode(format, lossless.encode(frame)).samples()).isEqualTo(noise);
    }

    @Test
    void lossless_planar_comesBackByPixel() throws CodestreamException {
        Frame frame = SyntheticFrames.frame(SyntheticFrames.format(9, 11, 3, 8, false, true), 1);
        Frame back = decoder.decode(frame.format(), lossless.encode(frame));
        assertThat(back.format()).isEqualTo(frame.format().withPlanar(false));
        for (int pixel = 0; pixel < 99; pixel++) {
            for (int plane = 0; plane < 3; plane++) {
                assertThat(back.samples()[pixel * 3 + plane]).isEqualTo(frame.samples()[plane * 99 + pixel]);
            }
        }
    }

    @Test
    void encode_ybrFull_notTransformed() throws CodestreamException {
        FrameFormat format =
                SyntheticFrames.format(20, 20, 3, 8, false, false).withPhotometricInterpretation("YBR_FULL");
        Frame frame = SyntheticFrames.frame(format, 1);
        Frame back = decoder.decode(format, lossless.encode(frame));
        assertThat(back.format().photometricInterpretation()).isEqualTo("YBR_FULL");
        assertThat(back.samples()).isEqualTo(frame.samples());
    }

    @Test
    void decode_transformedColour_rgbWhateverIsDescribed() throws CodestreamException {
        Frame frame = SyntheticFrames.frame(SyntheticFrames.format(20, 20, 3, 8, false, false), 1);
        String inDataSet = lossless.photometricInterpretation("RGB");
        Frame back = decoder.decode(frame.format().withPhotometricInterpretation(inDataSet), lossless.encode(frame));
        assertThat(inDataSet).isEqualTo("YBR_RCT");
        assertThat(back).usingRecursiveComparison().isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 10, 2", "1, 12, 10, 8", "3, 8, 10, 3", "1, 16, 10, 100"})
    void lossy_ratio_smallAndClose(int samples, int bits, double ratio, int tolerance) throws CodestreamException {
        Frame frame = SyntheticFrames.smooth(SyntheticFrames.format(200, 200, samples, bits, false, false));
        byte[] codestream = Jpeg2000Encoder.lossy(ratio).encode(frame);
        Frame back = decoder.decode(frame.format(), codestream);
        long bitsOfFrame = 200L * 200 * samples * bits;
        assertThat(codestream.length * 8L).isLessThan((long) (bitsOfFrame / ratio * 1.1));
        assertThat(SyntheticFrames.difference(frame, back)).isLessThanOrEqualTo(tolerance);
    }

    @Test
    void encode_bitsBeyondTheStored_refused() {
        Frame frame = new Frame(SyntheticFrames.format(1, 1, 1, 12, false, false), new byte[] {0, 0x10});
        assertThatThrownBy(() -> lossless.encode(frame)).isInstanceOf(CodestreamException.class);
    }

    @Test
    void encode_cellsOrPositionsWithoutRoom_refused() {
        FrameFormat high = new FrameFormat(1, 1, 1, 16, 12, 15, false, false, "MONOCHROME2");
        FrameFormat wide = new FrameFormat(1, 1, 1, 32, 32, 31, false, false, "MONOCHROME2");
        FrameFormat bit = new FrameFormat(1, 1, 1, 1, 1, 0, false, false, "MONOCHROME2");
        for (FrameFormat format : List.of(high, wide, bit)) {
            assertThatThrownBy(() -> lossless.encode(new Frame(format, new byte[format.length()])))
                    .isInstanceOf(CodestreamException.class);
        }
    }

    @Test
    void lossy_palette_refused() {
        FrameFormat format =
                SyntheticFrames.format(8, 8, 1, 8, false, false).withPhotometricInterpretation("PALETTE COLOR");
        assertThatThrownBy(() -> Jpeg2000Encoder.lossy(10).encode(SyntheticFrames.frame(format, 1)))
                .isInstanceOf(CodestreamException.class);
    }

    @Test
    void bothWays_manyThreads_same() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int seed = 0; seed < 64; seed++) {
                Frame frame = SyntheticFrames.frame(SyntheticFrames.format(40, 50, 1, 12, true, false), seed);
                works.add(() -> Arrays.equals(
                        frame.samples(),
                        decoder.decode(frame.format(), lossless.encode(frame)).samples()));
            }
            for (Future<Boolean> same : threads.invokeAll(works)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
