/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

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

class Jpeg2000DecoderTest {

    private static final int XSIZ = 8;
    private static final int TILE_WIDTH = 24;
    private static final int COMPONENTS = 40;
    private static final int SSIZ = 42;
    private static final FrameFormat GREY = SyntheticFrames.format(30, 50, 1, 12, false, false);

    private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

    private static byte[] grey() throws CodestreamException {
        return Jpeg2000Encoder.lossless().encode(SyntheticFrames.frame(GREY, 4));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Jpeg2000DecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private void assertRefused(FrameFormat described, byte[] codestream) {
        assertThatThrownBy(() -> decoder.decode(described, codestream)).isInstanceOf(CodestreamException.class);
    }

    private static int pattern(int x, int y, int plane, int bits) {
        return ((x * x + 3 * y * y) * (plane + 1) + 5 * x * y) / 9 % (1 << bits);
    }

    @ParameterizedTest
    @CsvSource({"ht-grey-unsigned.j2c, 1, 12, 0", "ht-grey-signed.j2c, 1, 12, 2048", "ht-colour-tiled.j2c, 3, 8, 0"})
    void decode_highThroughput_same(String name, int planes, int bits, int below) throws IOException {
        FrameFormat described = SyntheticFrames.format(24, 40, planes, bits, below > 0, false);
        Frame frame = decoder.decode(described, resource(name));
        for (int index = 0; index < 24 * 40 * planes; index++) {
            int pixel = index / planes;
            assertThat(SyntheticFrames.sample(frame, index))
                    .isEqualTo(pattern(pixel % 40, pixel / 40, index % planes, bits) - below);
        }
    }

    @Test
    void decode_highThroughputLossy_close() throws IOException {
        Frame frame = decoder.decode(SyntheticFrames.format(24, 40, 1, 8, false, false), resource("ht-grey-lossy.j2c"));
        for (int pixel = 0; pixel < 24 * 40; pixel++) {
            int x = pixel % 40;
            int y = pixel / 40;
            int value = pattern(x, y, 0, 8) / 16 + 2 * x + 3 * y;
            assertThat(SyntheticFrames.sample(frame, pixel)).isBetween(value - 2, value + 2);
        }
    }

    @Test
    void decode_twosComplementInUnsignedCodestream_isSigned() throws CodestreamException {
        FrameFormat unsigned = SyntheticFrames.format(1, 2, 1, 13, false, false);
        byte[] codestream = Jpeg2000Encoder.lossless().encode(new Frame(unsigned, new byte[] {0x30, 0x18, 5, 0}));
        Frame frame = decoder.decode(SyntheticFrames.format(1, 2, 1, 16, true, false), codestream);
        assertThat(frame.format()).isEqualTo(SyntheticFrames.format(1, 2, 1, 13, true, false));
        assertThat(SyntheticFrames.sample(frame, 0)).isEqualTo(-2000);
        assertThat(SyntheticFrames.sample(frame, 1)).isEqualTo(5);
    }

    @Test
    void decode_signedCodestreamOfUnsignedSamples_isUnsigned() throws CodestreamException {
        FrameFormat signed = SyntheticFrames.format(1, 1, 1, 12, true, false);
        byte[] codestream = Jpeg2000Encoder.lossless().encode(new Frame(signed, new byte[] {-1, -1}));
        Frame frame = decoder.decode(SyntheticFrames.format(1, 1, 1, 12, false, false), codestream);
        assertThat(SyntheticFrames.sample(frame, 0)).isEqualTo(4095);
    }

    @Test
    void decode_otherDepthThanDescribed_codestreamDecides() throws CodestreamException {
        FrameFormat described = new FrameFormat(30, 50, 1, 16, 16, 15, false, false, "MONOCHROME2");
        Frame frame = decoder.decode(described, grey());
        assertThat(frame.format()).isEqualTo(GREY);
        assertThat(frame.samples()).isEqualTo(SyntheticFrames.frame(GREY, 4).samples());
    }

    @Test
    void decode_describedAsTooNarrow_widerCells() throws CodestreamException {
        FrameFormat described = SyntheticFrames.format(30, 50, 1, 8, false, false);
        assertThat(decoder.decode(described, grey()).format()).isEqualTo(GREY);
    }

    @Test
    void decode_negativeInWideCells_signGoesOn() throws CodestreamException {
        FrameFormat format = SyntheticFrames.format(1, 1, 1, 5, true, false);
        byte[] codestream = Jpeg2000Encoder.lossless().encode(new Frame(format, new byte[] {-3}));
        FrameFormat described = new FrameFormat(1, 1, 1, 64, 5, 4, true, false, "MONOCHROME2");
        assertThat(decoder.decode(described, codestream).samples()).containsExactly(-3, -1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void decode_inBoxesOfAFile_same() throws CodestreamException {
        byte[] codestream = grey();
        ByteBuffer file = ByteBuffer.allocate(codestream.length + 28);
        file.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        file.putInt(8).putInt(0x66747970);
        file.putInt(0).putInt(0x6A703263).put(codestream);
        assertThat(decoder.decode(GREY, file.array()).samples())
                .isEqualTo(SyntheticFrames.frame(GREY, 4).samples());
    }

    @Test
    void decode_boxesWithoutCodestream_refused() {
        ByteBuffer file = ByteBuffer.allocate(40).putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        file.putInt(1).putInt(0x66747970).putLong(Long.MAX_VALUE);
        assertRefused(GREY, file.array());
        assertRefused(GREY, Arrays.copyOf(file.array(), 12));
    }

    @Test
    void decode_otherExtentThanDescribed_refused() throws CodestreamException {
        byte[] codestream = grey();
        assertRefused(SyntheticFrames.format(31, 50, 1, 12, false, false), codestream);
        assertRefused(SyntheticFrames.format(30, 49, 1, 12, false, false), codestream);
        assertRefused(SyntheticFrames.format(30, 50, 3, 12, false, false), codestream);
    }

    @Test
    void decode_truncatedAnywhere_refused() throws CodestreamException {
        byte[] codestream = grey();
        // the last bytes may be those that end a coder's work, without which nothing is missing
        for (int length = 0; length < codestream.length - 8; length++) {
            assertRefused(GREY, Arrays.copyOf(codestream, length));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void decode_flippedBits_refusedOrDecoded(long seed) throws IOException {
        Random random = new Random(seed);
        byte[][] codestreams = {grey(), resource("ht-grey-unsigned.j2c"), resource("ht-colour-tiled.j2c")};
        FrameFormat[] formats = {
            GREY,
            SyntheticFrames.format(24, 40, 1, 12, false, false),
            SyntheticFrames.format(24, 40, 3, 8, false, false)
        };
        int decoded = 0;
        for (int turn = 0; turn < 1500; turn++) {
            byte[] codestream = codestreams[turn % 3].clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                codestream[random.nextInt(codestream.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                decoder.decode(formats[turn % 3], codestream);
                decoded++;
            } catch (CodestreamException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(decoded).isPositive();
    }

    @Test
    void decode_tilesWithoutRoom_refused() throws CodestreamException {
        byte[] codestream = grey();
        ByteBuffer.wrap(codestream).putInt(TILE_WIDTH, 1).putInt(TILE_WIDTH + 4, 1);
        assertThatThrownBy(() -> decoder.decode(GREY, codestream)).hasMessageContaining("tiles");
    }

    @Test
    void decode_absurdExtent_refused() throws CodestreamException {
        byte[] codestream = grey();
        ByteBuffer.wrap(codestream).putInt(XSIZ, 46_000).putInt(XSIZ + 4, 46_000);
        FrameFormat described = new FrameFormat(46_000, 46_000, 1, 1, 1, 0, false, false, "MONOCHROME2");
        assertThatThrownBy(() -> decoder.decode(described, codestream)).hasMessageContaining("samples");
    }

    @Test
    void decode_layersWithoutRoom_refused() throws CodestreamException {
        byte[] codestream = grey();
        int cod = 2 + 2 + 38 + 3;
        assertThat(ByteBuffer.wrap(codestream).getShort(cod)).isEqualTo((short) 0xFF52);
        ByteBuffer.wrap(codestream).putShort(cod + 6, (short) 65_535);
        assertThatThrownBy(() -> decoder.decode(GREY, codestream)).hasMessageContaining("packets");
    }

    @Test
    void decode_moreThanSixteenBitsOrManyComponents_refused() throws CodestreamException {
        byte[] deep = grey();
        deep[SSIZ] = 37;
        assertRefused(GREY, deep);
        byte[] many = grey();
        ByteBuffer.wrap(many).putShort(COMPONENTS, (short) 16_384);
        assertRefused(GREY, many);
    }
}
