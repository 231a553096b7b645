/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.time.Duration;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ColorTest {

    private static FrameFormat format(String photometricInterpretation, boolean planar) {
        return new FrameFormat(1, 2, 3, 8, 8, 7, false, planar, photometricInterpretation);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static int[] render(Attributes header, Frame frame) throws RenderException {
        FrameAttributes attributes = new FrameAttributes(header, 1);
        return TestImages.greys(new FramePixels(attributes, frame, Optional.empty(), Optional.empty()).toMatrix());
    }

    private static Frame palette(int bitsAllocated, boolean signed, byte... samples) {
        int columns = samples.length * 8 / bitsAllocated;
        FrameFormat format = new FrameFormat(
                1, columns, 1, bitsAllocated, bitsAllocated, bitsAllocated - 1, signed, false, "PALETTE COLOR");
        return new Frame(format, samples);
    }

    private static void table(Attributes header, int descriptor, int data, int first, int bits, int... entries) {
        header.setInt(descriptor, VR.US, entries.length, first, bits);
        header.setInt(data, VR.OW, entries);
    }

    @Test
    void toMatrix_planes_sideBySide() throws RenderException {
        Frame frame = new Frame(format("RGB", true), bytes(1, 2, 3, 4, 5, 6));

        assertThat(render(new Attributes(), frame)).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void toMatrix_ybrFull_primaries() throws RenderException {
        Frame frame = new Frame(format("YBR_FULL", false), bytes(76, 85, 255, 29, 255, 107));

        assertThat(render(new Attributes(), frame)).containsExactly(254, 0, 0, 0, 0, 254);
    }

    @Test
    void toMatrix_ybrPartial_blackAndWhite() throws RenderException {
        Frame frame = new Frame(format("YBR_PARTIAL_422", false), bytes(16, 128, 128, 235, 128, 128));

        assertThat(render(new Attributes(), frame)).containsExactly(0, 0, 0, 255, 255, 255);
    }

    @Test
    void toMatrix_samplesOf16Bits_highBits() throws RenderException {
        FrameFormat format = new FrameFormat(1, 1, 3, 16, 12, 11, false, false, "RGB");

        assertThat(render(new Attributes(), new Frame(format, bytes(0xFF, 0x0F, 0x10, 0x08, 0x0F, 0))))
                .containsExactly(255, 129, 0);
    }

    @Test
    void toMatrix_cmyk_unsupported() {
        Frame frame = new Frame(format("CMYK", false), new byte[6]);

        assertThat(catchThrowableOfType(RenderException.class, () -> render(new Attributes(), frame))
                        .reason())
                .isEqualTo(Reason.UNSUPPORTED_PIXELS);
    }

    @Test
    void toMatrix_signedPalette_firstInputBelowZero() throws RenderException {
        Frame frame = palette(16, true, bytes(0xFE, 0xFF, 0, 0, 100, 0));
        Attributes header = new Attributes();
        header.setInt(Tag.PixelRepresentation, 1);
        int first = 0x10000 - 2;
        table(
                header,
                Tag.RedPaletteColorLookupTableDescriptor,
                Tag.RedPaletteColorLookupTableData,
                first,
                16,
                0x100,
                0x200,
                0xFF00);
        table(
                header,
                Tag.GreenPaletteColorLookupTableDescriptor,
                Tag.GreenPaletteColorLookupTableData,
                first,
                16,
                0,
                0,
                0);
        table(
                header,
                Tag.BluePaletteColorLookupTableDescriptor,
                Tag.BluePaletteColorLookupTableData,
                first,
                8,
                7,
                8,
                9);

        assertThat(render(header, frame)).containsExactly(1, 0, 7, 255, 0, 9, 255, 0, 9);
    }

    private static Attributes segmented(int... words) {
        Attributes header = new Attributes();
        header.setInt(Tag.PixelRepresentation, 0);
        for (int[] tags : new int[][] {
            {Tag.RedPaletteColorLookupTableDescriptor, Tag.SegmentedRedPaletteColorLookupTableData},
            {Tag.GreenPaletteColorLookupTableDescriptor, Tag.SegmentedGreenPaletteColorLookupTableData},
            {Tag.BluePaletteColorLookupTableDescriptor, Tag.SegmentedBluePaletteColorLookupTableData}
        }) {
            header.setInt(tags[0], VR.US, 9, 0, 16);
            header.setInt(tags[1], VR.OW, words);
        }
        return header;
    }

    @Test
    void toMatrix_segments_expanded() throws RenderException {
        Attributes header = segmented(0, 1, 0x1000, 1, 4, 0x5000, 2, 2, 0, 0);
        Frame frame = palette(8, false, bytes(0, 1, 4, 5, 6));
        header.setInt(Tag.RedPaletteColorLookupTableDescriptor, VR.US, 9, 0, 16);

        int[] colors = render(header, frame);

        assertThat(colors)
                .containsExactly(
                        0x10, 0x10, 0x10, 0x20, 0x20, 0x20, 0x50, 0x50, 0x50, 0x10, 0x10, 0x10, 0x20, 0x20, 0x20);
    }

    @Test
    void toMatrix_emptySegmentsAgainAndAgain_damagedTableSoon() {
        Frame frame = palette(8, false, bytes(0));
        int[] words = new int[600_000];
        // 20000 empty segments, copied by each of those that follow
        for (int at = 40_000; at < words.length; at += 4) {
            words[at] = 2;
            words[at + 1] = 20_000;
        }
        Attributes header = segmented(words);

        RenderException failure = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> catchThrowableOfType(RenderException.class, () -> render(header, frame)));

        assertThat(failure.reason()).isEqualTo(Reason.DAMAGED_TABLE);
    }

    @Test
    void toMatrix_paletteOfMorePixelsThanBytesOfAnArray_tooLarge() {
        FrameFormat format = new FrameFormat(27_000, 27_000, 1, 1, 1, 0, false, false, "PALETTE COLOR");
        Frame frame = new Frame(format, new byte[format.length()]);

        assertThat(catchThrowableOfType(RenderException.class, () -> render(new Attributes(), frame))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void toMatrix_segmentsWithoutEnd_damagedTable() {
        Frame frame = palette(8, false, bytes(0));
        for (int[] words : new int[][] {
            {1, 9, 5},
            {2, 0xFFFF, 0, 0},
            {2, 1, 0xFFFF, 0xFFFF},
            {7, 7, 7},
            {0, 0xFFFF, 1},
            {0, 0, 0, 0},
            {},
            {0, 1, 5, 2, 3, 6, 0}
        }) {
            Attributes header = segmented(words);
            assertThat(catchThrowableOfType(RenderException.class, () -> render(header, frame))
                            .reason())
                    .isEqualTo(Reason.DAMAGED_TABLE);
        }
    }
}
