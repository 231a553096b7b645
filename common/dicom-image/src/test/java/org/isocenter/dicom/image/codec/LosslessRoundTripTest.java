/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.TestImages.Kind;
import org.isocenter.dicom.image.codec.jpeg.JpegDecoder;
import org.isocenter.dicom.image.codec.jpeg.JpegLosslessEncoder;
import org.isocenter.dicom.image.codec.jpegls.JpegLsEncoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.frame.SampleLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LosslessRoundTripTest {
    private static Stream<Frame> images() {
        return TestImages.formats().stream().flatMap(format -> Stream.of(Kind.values())
                .map(kind -> TestImages.image(format, kind, format.hashCode())));
    }

    private static void roundTrip(FrameEncoder encoder, FrameDecoder decoder, Frame frame) throws CodestreamException {
        Frame decoded = decoder.decode(frame.format(), encoder.encode(frame));
        assertThat(interleaved(decoded).samples())
                .as("%s", frame.format())
                .isEqualTo(interleaved(frame).samples());
        assertThat(decoded.format().withPlanar(frame.format().planar())).isEqualTo(frame.format());
    }

    /** Colour by pixel. */
    private static Frame interleaved(Frame frame) {
        FrameFormat format = frame.format().withPlanar(false);
        if (!frame.format().planar()) {
            return frame;
        }
        SampleLines in = new SampleLines(frame.format(), frame.samples());
        byte[] samples = new byte[format.length()];
        SampleLines out = new SampleLines(format, samples);
        int[] line = new int[format.columns()];
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            for (int row = 0; row < format.rows(); row++) {
                in.get(row, component, line, 0);
                out.put(row, component, line, 0);
            }
        }
        return new Frame(format, samples);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless})
    void decode_ofWhatWasEncoded_same(String transferSyntaxUid) throws CodestreamException {
        FrameEncoder encoder = Codecs.encoder(transferSyntaxUid).orElseThrow();
        FrameDecoder decoder = Codecs.decoder(transferSyntaxUid).orElseThrow();
        assertThat(encoder.isLossless()).isTrue();
        for (Frame frame : images().toList()) {
            roundTrip(encoder, decoder, frame);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void decode_anyPredictor_same(int predictor) throws CodestreamException {
        FrameEncoder encoder = new JpegLosslessEncoder(predictor);
        for (int stored = 2; stored <= 16; stored += 2) {
            FrameFormat format = TestImages.format(21, 34, 1, 16, stored, false);
            for (Kind kind : Kind.values()) {
                roundTrip(encoder, new JpegDecoder(), TestImages.image(format, kind, stored));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 32})
    void decode_rleOf32BitsAllocated_same(int stored) throws CodestreamException {
        for (int samples = 1; samples <= 3; samples += 2) {
            FrameFormat format = TestImages.format(20, 31, samples, 32, stored, stored % 8 == 0);
            Frame frame = TestImages.image(format, Kind.STRUCTURE, stored);
            roundTrip(
                    Codecs.encoder(UID.RLELossless).orElseThrow(),
                    Codecs.decoder(UID.RLELossless).orElseThrow(),
                    frame);
        }
    }

    @Test
    void encode_bitsAboveTheHighBit_kept() throws CodestreamException {
        FrameFormat format = TestImages.format(16, 16, 1, 16, 12, false);
        Frame frame = TestImages.image(format, Kind.NOISE, 1);
        frame.samples()[77] |= (byte) 0x80;
        for (String uid : new String[] {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.RLELossless}) {
            roundTrip(Codecs.encoder(uid).orElseThrow(), Codecs.decoder(uid).orElseThrow(), frame);
        }
    }

    @Test
    void encode_moreBitsThanACodestreamHas_refused() {
        Frame frame = TestImages.image(TestImages.format(4, 4, 1, 32, 20, false), Kind.NOISE, 1);
        for (String uid : new String[] {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEGBaseline8Bit}) {
            assertThatThrownBy(() -> Codecs.encoder(uid).orElseThrow().encode(frame))
                    .isInstanceOf(CodestreamException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void decode_nearLossless_withinTheDifference(int near) throws CodestreamException {
        FrameEncoder encoder = new JpegLsEncoder(near);
        FrameDecoder decoder = Codecs.decoder(UID.JPEGLSNearLossless).orElseThrow();
        assertThat(encoder.isLossless()).isFalse();
        for (Frame frame : images().filter(image -> !image.format().signed()).toList()) {
            Frame decoded = decoder.decode(frame.format(), encoder.encode(frame));
            assertThat(greatestDifference(interleaved(frame), decoded)).isLessThanOrEqualTo(near);
        }
    }

    private static int greatestDifference(Frame expected, Frame actual) {
        FrameFormat format = expected.format();
        SampleLines first = new SampleLines(format, expected.samples());
        SampleLines second = new SampleLines(format, actual.samples());
        int[] line = new int[format.columns()];
        int[] other = new int[format.columns()];
        int greatest = 0;
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            for (int row = 0; row < format.rows(); row++) {
                first.get(row, component, line, 0);
                second.get(row, component, other, 0);
                for (int x = 0; x < line.length; x++) {
                    greatest = Math.max(greatest, Math.abs(line[x] - other[x]));
                }
            }
        }
        return greatest;
    }
}
