/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

class FramePixelsTest {

    private static int[] render(Attributes header, Frame frame) throws RenderException {
        return render(header, frame, 1);
    }

    private static int[] render(Attributes header, Frame frame, int number) throws RenderException {
        FrameAttributes attributes = new FrameAttributes(header, number);
        return TestImages.greys(new FramePixels(attributes, frame, Optional.empty(), Optional.empty()).toMatrix());
    }

    private static void window(Attributes holder, double center, double width) {
        holder.setDouble(Tag.WindowCenter, VR.DS, center);
        holder.setDouble(Tag.WindowWidth, VR.DS, width);
    }

    @Test
    void toMatrix_linearWindow_asTheStandardsFormula() throws RenderException {
        Frame frame = TestImages.words(false, 12, 0, 924, 925, 2048, 3171, 3172, 4095);
        Attributes header = TestImages.header(frame.format());
        window(header, 2048, 2248);

        assertThat(render(header, frame)).containsExactly(0, 0, 0, 128, 255, 255, 255);
    }

    @Test
    void toMatrix_rescaleOfSignedValues_windowInHounsfield() throws RenderException {
        Frame frame = TestImages.words(true, 16, -1000, 40, 1000);
        Attributes header = TestImages.header(frame.format());
        header.setString(Tag.RescaleSlope, "2");
        header.setString(Tag.RescaleIntercept, "-40");
        window(header, 40, 81);
        header.setString(Tag.VOILUTFunction, "LINEAR_EXACT");

        assertThat(render(header, frame)).containsExactly(0, 128, 255);
    }

    @Test
    void toMatrix_sigmoid_halfAtTheCenter() throws RenderException {
        Frame frame = TestImages.bytes(0, 100, 200);
        Attributes header = TestImages.header(frame.format());
        window(header, 100, 100);
        header.setString(Tag.VOILUTFunction, "SIGMOID");

        assertThat(render(header, frame)).containsExactly(5, 128, 250);
    }

    @Test
    void toMatrix_highBitAboveStoredBits_shifted() throws RenderException {
        FrameFormat format = new FrameFormat(1, 2, 1, 16, 12, 15, false, false, "MONOCHROME2");
        Frame frame = new Frame(format, new byte[] {0x0F, 0, (byte) 0xF0, (byte) 0xFF});
        Attributes header = TestImages.header(format);
        window(header, 2048, 4096);

        assertThat(render(header, frame)).containsExactly(0, 255);
    }

    @Test
    void toMatrix_singleBits_blackAndWhite() throws RenderException {
        Frame frame = new Frame(TestImages.monochrome(1, 10, 1, 1, false), new byte[] {(byte) 0b10000010, 0b01});

        assertThat(render(TestImages.header(frame.format()), frame))
                .containsExactly(0, 255, 0, 0, 0, 0, 0, 255, 255, 0);
    }

    @Test
    void toMatrix_paddingWithoutWindow_doesNotCountAndIsBlack() throws RenderException {
        Frame frame = TestImages.words(true, 16, -2000, 100, 200, -1990);
        Attributes header = TestImages.header(frame.format());
        header.setString(Tag.PhotometricInterpretation, "MONOCHROME1");
        header.setInt(Tag.PixelPaddingValue, VR.US, 0x10000 - 2000);
        header.setInt(Tag.PixelPaddingRangeLimit, VR.SS, -1990);

        assertThat(render(header, frame)).containsExactly(0, 0, 255, 0);
    }

    @Test
    void toMatrix_monochrome1_turnedAbout() throws RenderException {
        FrameFormat format = new FrameFormat(1, 2, 1, 8, 8, 7, false, false, "MONOCHROME1");
        Attributes header = TestImages.header(format);

        assertThat(render(header, new Frame(format, new byte[] {0, 10}))).containsExactly(255, 0);
        header.setString(Tag.PresentationLUTShape, "INVERSE");
        assertThat(render(header, new Frame(format, new byte[] {0, 10}))).containsExactly(255, 0);
    }

    @Test
    void toMatrix_tablesOfAllStages_oneAfterTheOther() throws RenderException {
        Frame frame = TestImages.bytes(0, 1, 2, 3, 200);
        Attributes header = TestImages.header(frame.format());
        TestImages.table(header, Tag.ModalityLUTSequence, 1, 16, 1000, 1001, 1002);
        TestImages.table(header, Tag.VOILUTSequence, 1000, 12, 0, 2048, 4095);
        TestImages.table(header, Tag.PresentationLUTSequence, 0, 8, 255, 10, 0);

        assertThat(render(header, frame)).containsExactly(255, 255, 10, 0, 0);
    }

    @Test
    void toMatrix_functionalGroups_thoseOfTheFrame() throws RenderException {
        Frame frame = TestImages.bytes(0, 128, 255);
        Attributes header = TestImages.header(frame.format());
        window(header, 1, 1);
        Attributes shared = new Attributes();
        header.newSequence(Tag.SharedFunctionalGroupsSequence).add(shared);
        Attributes transformation = new Attributes();
        shared.newSequence(Tag.PixelValueTransformationSequence).add(transformation);
        transformation.setString(Tag.RescaleSlope, "10");
        header.newSequence(Tag.PerFrameFunctionalGroupsSequence);
        for (double center : new double[] {1280, 640}) {
            Attributes perFrame = new Attributes();
            header.getSequence(Tag.PerFrameFunctionalGroupsSequence).add(perFrame);
            Attributes lut = new Attributes();
            perFrame.newSequence(Tag.FrameVOILUTSequence).add(lut);
            window(lut, center, 2 * center);
            lut.setString(Tag.VOILUTFunction, "LINEAR_EXACT");
        }

        assertThat(render(header, frame, 1)).containsExactly(0, 128, 254);
        assertThat(render(header, frame, 2)).containsExactly(0, 255, 255);
    }

    @Test
    void toMatrix_floats_leastToGreatestOfWhatIsFinite() throws RenderException {
        ByteBuffer samples = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : new float[] {-1, 0, 1, Float.NaN, Float.POSITIVE_INFINITY}) {
            samples.putFloat(each);
        }
        Frame frame = new Frame(TestImages.monochrome(1, 5, 32, 32, false), samples.array());
        Attributes header = new Attributes();
        header.setNull(Tag.FloatPixelData, VR.OF);

        assertThat(render(header, frame)).containsExactly(0, 128, 255, 0, 255);
    }

    @Test
    void toMatrix_tableLeftOut_damagedTable() {
        Frame frame = TestImages.bytes(0);
        Attributes header = TestImages.header(frame.format());
        TestImages.table(header, Tag.VOILUTSequence, 0, 8, 1, 2);
        header.getNested(Tag.VOILUTSequence).remove(Tag.LUTData);

        assertThat(catchThrowableOfType(RenderException.class, () -> render(header, frame))
                        .reason())
                .isEqualTo(Reason.DAMAGED_TABLE);
    }

    @Test
    void toMatrix_absurdNumbers_somePicture() throws RenderException {
        Frame frame = TestImages.words(true, 16, -5, 0, 5);
        Attributes header = TestImages.header(frame.format());
        for (String each : new String[] {"NaN", "Infinity", "1e308", "-1e308", "0", "1e-308", "text"}) {
            header.setString(Tag.RescaleSlope, VR.LO, each);
            header.setString(Tag.RescaleIntercept, VR.LO, each);
            header.setString(Tag.WindowCenter, VR.LO, each);
            header.setString(Tag.WindowWidth, VR.LO, each);
            assertThat(render(header, frame)).hasSize(3);
            header.remove(Tag.WindowCenter);
            assertThat(render(header, frame)).hasSize(3);
        }
    }
}
