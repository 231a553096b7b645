/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.TestImages.Kind;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Damaged codestreams end in a frame or in a typed exception, and soon. */
class HostileCodestreamTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int DAMAGES = 3000;

    private static FrameFormat[] formats() {
        return new FrameFormat[] {
            TestImages.format(24, 32, 1, 8, 8, false), TestImages.format(24, 32, 3, 8, 8, false),
        };
    }

    private static void decode(String uid, FrameFormat format, byte[] codestream) {
        try {
            Frame frame = Codecs.decoder(uid).orElseThrow().decode(format, codestream);
            assertThat(frame.samples()).hasSize(frame.format().length());
        } catch (CodestreamException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGBaseline8Bit,
                UID.JPEGExtended12Bit,
                UID.JPEGLossless,
                UID.JPEGLSLossless,
                UID.JPEGLSNearLossless
            })
    void decode_damaged_frameOrException(String uid) throws CodestreamException {
        Random random = new Random(uid.hashCode());
        for (FrameFormat format : formats()) {
            byte[] whole = Codecs.encoder(uid).orElseThrow().encode(TestImages.image(format, Kind.STRUCTURE, 1));
            assertTimeout(SOON, () -> {
                for (int i = 0; i < DAMAGES; i++) {
                    byte[] damaged = whole.clone();
                    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                        // the head is where most harm can be done
                        int reach = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 200);
                        damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                    }
                    decode(uid, format, damaged);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGBaseline8Bit,
                UID.JPEGLossless,
                UID.JPEGLSLossless,
                UID.JPEGLSNearLossless
            })
    void decode_truncated_exception(String uid) throws CodestreamException {
        for (FrameFormat format : formats()) {
            byte[] whole = Codecs.encoder(uid).orElseThrow().encode(TestImages.image(format, Kind.STRUCTURE, 1));
            FrameDecoder decoder = Codecs.decoder(uid).orElseThrow();
            for (int length = 0; length < whole.length - 8; length++) {
                byte[] truncated = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> decoder.decode(format, truncated)).isInstanceOf(CodestreamException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGBaseline8Bit, UID.JPEGLossless, UID.JPEGLSLossless})
    void decode_hugeExtent_exception(String uid) throws CodestreamException {
        FrameFormat format = formats()[0];
        byte[] whole = Codecs.encoder(uid).orElseThrow().encode(TestImages.image(format, Kind.NOISE, 1));
        int[][] extents = {{65_535, 32_000}, {32_000, 65_535}, {2_000, 65_535}, {65_535, 1_000}};
        assertTimeout(SOON, () -> {
            for (int[] extent : extents) {
                byte[] patched = whole.clone();
                if (!uid.equals(UID.RLELossless)) {
                    patch(patched, extent[0], extent[1]);
                }
                FrameFormat huge = TestImages.format(extent[0], extent[1], 1, 8, 8, false);
                assertThatThrownBy(() -> Codecs.decoder(uid).orElseThrow().decode(huge, patched))
                        .isInstanceOf(CodestreamException.class);
            }
        });
    }

    @Test
    void decode_scansOfOneComponentAgainAndAgain_exceptionSoon() throws CodestreamException {
        FrameFormat format = TestImages.format(4096, 4096, 3, 8, 8, false);
        ByteArrayOutputStream codestream = new ByteArrayOutputStream();
        HexFormat hex = HexFormat.of();
        codestream.writeBytes(hex.parseHex("ffd8fff70011081000100003011100021100031100"));
        // ones with the stuffing between them: each line is one run
        byte[] scan = hex.parseHex("ff7f".repeat(512));
        for (int i = 0; i < 20_000; i++) {
            codestream.writeBytes(hex.parseHex("ffda0008010100000000"));
            codestream.writeBytes(scan);
        }
        assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(
                        () -> Codecs.decoder(UID.JPEGLSLossless).orElseThrow().decode(format, codestream.toByteArray()))
                .isInstanceOf(CodestreamException.class));
    }

    /** Puts another extent where the extent of 24 to 32 stands behind the precision. */
    private static void patch(byte[] codestream, int rows, int columns) {
        for (int i = 0; i + 4 < codestream.length; i++) {
            if (codestream[i] == 8
                    && codestream[i + 1] == 0
                    && codestream[i + 2] == 24
                    && codestream[i + 3] == 0
                    && codestream[i + 4] == 32) {
                codestream[i + 1] = (byte) (rows >> 8);
                codestream[i + 2] = (byte) rows;
                codestream[i + 3] = (byte) (columns >> 8);
                codestream[i + 4] = (byte) columns;
                return;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGBaseline8Bit, UID.JPEGLossless, UID.JPEGLSLossless})
    void decode_withoutEndAndWithMoreBehind_frame(String uid) throws CodestreamException {
        FrameFormat format = formats()[0];
        byte[] whole = Codecs.encoder(uid).orElseThrow().encode(TestImages.image(format, Kind.STRUCTURE, 1));
        FrameDecoder decoder = Codecs.decoder(uid).orElseThrow();
        byte[] samples = decoder.decode(format, whole).samples();
        assertThat(decoder.decode(format, Arrays.copyOf(whole, whole.length - 2))
                        .samples())
                .isEqualTo(samples);
        assertThat(decoder.decode(format, Arrays.copyOf(whole, whole.length + 100))
                        .samples())
                .isEqualTo(samples);
    }
}
