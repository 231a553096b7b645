/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.SampleFrames;
import org.isocenter.dicom.image.codec.SampleFrames.SampleFrame;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class VideoDecoderTest {

    private static final String MPEG2 = "mpeg2video";
    private static final String H264 = "libopenh264";
    private static final FrameFormat DESCRIBED = described(TestVideo.HEIGHT, TestVideo.WIDTH);

    private final VideoDecoder decoder = new VideoDecoder();

    private static FrameFormat described(int rows, int columns) {
        return new FrameFormat(rows, columns, 3, 8, 8, 7, false, false, "YBR_PARTIAL_420");
    }

    /** PS3.3 C.7.6.3.1.2: black is 16, white 235. */
    private static int grey(int picture) {
        return Math.round((TestVideo.luminance(picture) - 16) * 255f / 219);
    }

    @ParameterizedTest
    @ValueSource(strings = {MPEG2, H264})
    void decode_anyFrame_thatOne(String encoder) throws CodestreamException {
        byte[] video = TestVideo.of(encoder, 20);
        for (int picture = 0; picture < 20; picture++) {
            Frame frame = decoder.decode(DESCRIBED, video, picture);
            assertThat(frame.format()).isEqualTo(DESCRIBED.withPhotometricInterpretation("RGB"));
            for (byte sample : frame.samples()) {
                assertThat(sample & 0xFF).isCloseTo(grey(picture), within(3));
            }
        }
    }

    @Test
    void decode_noSuchFrame_refused() {
        byte[] video = TestVideo.of(MPEG2, 3);
        assertThatThrownBy(() -> decoder.decode(DESCRIBED, video, 3)).isInstanceOf(CodestreamException.class);
        assertThatThrownBy(() -> decoder.decode(DESCRIBED, video, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decode_otherExtentThanDescribed_refused() {
        byte[] video = TestVideo.of(MPEG2, 1);
        for (FrameFormat other :
                new FrameFormat[] {described(64, 80), described(8, 8), described(2000, 2000), described(60_000, 10_000)
                }) {
            assertThatThrownBy(() -> decoder.decode(other, video)).isInstanceOf(CodestreamException.class);
        }
    }

    @Test
    void decode_noVideo_refused() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (byte[] none : new byte[][] {new byte[0], new byte[1], new byte[5000], noise}) {
            assertThatThrownBy(() -> decoder.decode(DESCRIBED, none)).isInstanceOf(CodestreamException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MPEG2, H264})
    void decode_flippedBitsAndTruncated_refusedOrDecoded(String encoder) {
        Random random = new Random(9);
        byte[] whole = TestVideo.of(encoder, 4);
        int decoded = 0;
        for (int turn = 0; turn < 300; turn++) {
            byte[] video = Arrays.copyOf(whole, turn % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(4); flips > 0 && video.length > 0; flips--) {
                video[random.nextInt(video.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                decoder.decode(DESCRIBED, video, random.nextInt(2));
                decoded++;
            } catch (CodestreamException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(decoded).isPositive();
    }

    @Test
    void decode_manyThreads_same() throws Exception {
        byte[] video = TestVideo.of(H264, 2);
        byte[] alone = decoder.decode(DESCRIBED, video).samples();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<Frame> frame : threads.invokeAll(IntStream.range(0, 64)
                    .mapToObj(turn -> (Callable<Frame>) () -> decoder.decode(DESCRIBED, video))
                    .toList())) {
                assertThat(frame.get().samples()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"syn-video-mpeg2-mpml", "syn-video-h264-hp41", "syn-video-h264-bd", "syn-video-hevc-main"})
    void decode_sampleFile_colourBars(String name) throws IOException {
        assumeTrue(SampleFrames.present(), SampleFrames.ABSENT);
        SampleFrame sample = SampleFrames.first(name);
        for (int picture : new int[] {0, 24}) {
            Frame frame = decoder.decode(sample.described(), sample.codestream(), picture);
            assertThat(colour(frame, 60, 48)).satisfies(VideoDecoderTest::magenta);
            assertThat(colour(frame, 60, 88)).satisfies(VideoDecoderTest::yellow);
        }
    }

    private static int[] colour(Frame frame, int row, int column) {
        int position = (row * frame.format().columns() + column) * 3;
        return new int[] {
            frame.samples()[position] & 0xFF, frame.samples()[position + 1] & 0xFF, frame.samples()[position + 2] & 0xFF
        };
    }

    private static void magenta(int[] colour) {
        assertThat(colour[0]).isGreaterThan(200);
        assertThat(colour[1]).isLessThan(60);
        assertThat(colour[2]).isGreaterThan(200);
    }

    private static void yellow(int[] colour) {
        assertThat(colour[0]).isGreaterThan(200);
        assertThat(colour[1]).isGreaterThan(200);
        assertThat(colour[2]).isLessThan(60);
    }
}
