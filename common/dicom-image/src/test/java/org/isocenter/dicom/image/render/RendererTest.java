/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RendererTest {

    private static final int SIDE = 64;

    private final Frame frame = TestImages.matrix(SIDE, SIDE);
    private final Attributes header = TestImages.header(frame.format());
    private final Attributes state = state();

    private static Attributes state() {
        Attributes state = new Attributes();
        state.setString(Tag.SOPClassUID, UID.GrayscaleSoftcopyPresentationStateStorage);
        Attributes series = new Attributes();
        state.newSequence(Tag.ReferencedSeriesSequence).add(series);
        Attributes image = new Attributes();
        series.newSequence(Tag.ReferencedImageSequence).add(image);
        image.setString(Tag.ReferencedSOPInstanceUID, TestImages.SOP_INSTANCE_UID);
        return state;
    }

    private static Attributes add(Attributes holder, int sequence) {
        Attributes item = new Attributes();
        holder.newSequence(sequence).add(item);
        return item;
    }

    private BufferedImage render(RenderOptions options, Attributes presentationState) throws RenderException {
        return new Renderer()
                .render(header, frame, 1, options, Optional.ofNullable(presentationState))
                .image();
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    private Reason refused(Attributes presentationState) {
        return catchThrowableOfType(RenderException.class, () -> render(RenderOptions.DEFAULT, presentationState))
                .reason();
    }

    private static Attributes graphic(Attributes holder, String type, double... points) {
        Attributes graphic = add(add(holder, Tag.GraphicAnnotationSequence), Tag.GraphicObjectSequence);
        graphic.setString(Tag.GraphicAnnotationUnits, "PIXEL");
        graphic.setString(Tag.GraphicType, type);
        graphic.setDouble(Tag.GraphicData, VR.FL, points);
        return graphic;
    }

    @Test
    void render_overlay_whiteWhereItsBitsAre() throws RenderException {
        header.setInt(Tag.OverlayRows, VR.US, 2);
        header.setInt(Tag.OverlayColumns, VR.US, 2);
        header.setInt(Tag.OverlayOrigin, VR.SS, 11, 21);
        header.setBytes(Tag.OverlayData, VR.OW, new byte[] {0b1001, 0});

        BufferedImage image = render(RenderOptions.DEFAULT, null);

        assertThat(grey(image, 20, 10)).isEqualTo(255);
        assertThat(grey(image, 21, 10)).isZero();
        assertThat(grey(image, 21, 11)).isEqualTo(255);
        assertThat(grey(render(RenderOptions.DEFAULT.withGraphics(false), null), 20, 10))
                .isZero();
        assertThat(grey(render(RenderOptions.DEFAULT, state), 20, 10)).isZero();
        state.setString(Tag.OverlayActivationLayer, VR.CS, "LAYER");
        assertThat(grey(render(RenderOptions.DEFAULT, state), 20, 10)).isEqualTo(255);
    }

    @Test
    void render_hugeOverlay_bounded() {
        header.setInt(Tag.OverlayRows, VR.US, 65535);
        header.setInt(Tag.OverlayColumns, VR.US, 65535);
        header.setInt(Tag.OverlayOrigin, VR.SS, -32768, -32768);
        header.setInt(Tag.NumberOfFramesInOverlay, Integer.MAX_VALUE);
        header.setInt(Tag.ImageFrameOrigin, VR.US, 0);
        header.setBytes(Tag.OverlayData, VR.OW, new byte[] {-1, -1});

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(render(RenderOptions.DEFAULT, null))
                .isNotNull());
    }

    @Test
    void render_embeddedOverlay_bitOfThePixels() throws RenderException {
        Frame words = TestImages.words(false, 12, 0x8000, 0x0000);
        Attributes embedded = TestImages.header(words.format());
        embedded.setInt(Tag.OverlayRows, VR.US, 1);
        embedded.setInt(Tag.OverlayColumns, VR.US, 2);
        embedded.setInt(Tag.OverlayBitPosition, VR.US, 15);

        BufferedImage image = new Renderer()
                .render(embedded, words, 1, RenderOptions.DEFAULT, Optional.empty())
                .image();

        assertThat(grey(image, 0, 0)).isEqualTo(255);
        assertThat(grey(image, 1, 0)).isZero();
    }

    @Test
    void render_stateOfAnotherImageOrKind_notApplicable() {
        header.setString(Tag.SOPInstanceUID, "1.9.9");
        assertThat(refused(state)).isEqualTo(Reason.PRESENTATION_STATE_NOT_APPLICABLE);
        header.setString(Tag.SOPInstanceUID, TestImages.SOP_INSTANCE_UID);
        state.getNested(Tag.ReferencedSeriesSequence)
                .getNested(Tag.ReferencedImageSequence)
                .setString(Tag.ReferencedFrameNumber, "2");
        assertThat(refused(state)).isEqualTo(Reason.PRESENTATION_STATE_NOT_APPLICABLE);
        state.setString(Tag.SOPClassUID, UID.CTImageStorage);
        assertThat(refused(state)).isEqualTo(Reason.PRESENTATION_STATE_NOT_APPLICABLE);
    }

    @Test
    void render_stateWithRotation_turnedClockwise() throws RenderException {
        frame.samples()[0] = (byte) 255;
        state.setInt(Tag.ImageRotation, 90);

        assertThat(grey(render(RenderOptions.DEFAULT, state), SIDE - 1, 0)).isEqualTo(255);
        state.setString(Tag.ImageHorizontalFlip, "Y");
        assertThat(grey(render(RenderOptions.DEFAULT, state), 0, 0)).isEqualTo(255);
    }

    @Test
    void render_stateWithShutters_greyOutside() throws RenderException {
        frame.samples()[30 * SIDE + 30] = (byte) 255;
        state.setString(Tag.ShutterShape, "RECTANGULAR", "CIRCULAR");
        state.setInt(Tag.ShutterPresentationValue, 0x8000);
        state.setInt(Tag.ShutterLeftVerticalEdge, 11);
        state.setInt(Tag.ShutterRightVerticalEdge, 60);
        state.setInt(Tag.ShutterUpperHorizontalEdge, 1);
        state.setInt(Tag.ShutterLowerHorizontalEdge, 64);
        state.setInt(Tag.CenterOfCircularShutter, 31, 31);
        state.setInt(Tag.RadiusOfCircularShutter, 25);

        BufferedImage image = render(RenderOptions.DEFAULT, state);

        assertThat(grey(image, 9, 30)).isEqualTo(0x80);
        assertThat(grey(image, 10, 30)).isZero();
        assertThat(grey(image, 12, 8)).isEqualTo(0x80);
        assertThat(grey(image, 30, 30)).isEqualTo(255);
    }

    @Test
    void render_stateWithDisplayedArea_croppedAndMagnified() throws RenderException {
        frame.samples()[10 * SIDE + 20] = (byte) 255;
        Attributes area = add(state, Tag.DisplayedAreaSelectionSequence);
        area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, 21, 11);
        area.setInt(Tag.DisplayedAreaBottomRightHandCorner, VR.SL, 30, 30);
        area.setString(Tag.PresentationSizeMode, "MAGNIFY");
        area.setDouble(Tag.PresentationPixelMagnificationRatio, VR.FL, 2);

        BufferedImage image = render(RenderOptions.DEFAULT, state);

        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(grey(image, 0, 0)).isEqualTo(143); // 9/16 of it, and the rest of its three neighbours
        assertThat(grey(image, 3, 3)).isZero();
    }

    @Test
    void render_graphics_drawnWhereTheyAre() throws RenderException {
        graphic(state, "POLYLINE", 10, 10, 50, 10);
        assertThat(grey(render(RenderOptions.DEFAULT, state), 30, 10)).isGreaterThan(100);
        graphic(state, "CIRCLE", 32, 32, 32, 42);
        assertThat(grey(render(RenderOptions.DEFAULT, state), 42, 32)).isGreaterThan(100);
        graphic(state, "ELLIPSE", 12, 32, 52, 32, 32, 22, 32, 42).setString(Tag.GraphicFilled, "Y");
        assertThat(grey(render(RenderOptions.DEFAULT, state), 45, 32)).isEqualTo(255);
        graphic(state, "INTERPOLATED", 10, 10, 30, 30, 50, 10);
        assertThat(grey(render(RenderOptions.DEFAULT, state), 30, 30)).isGreaterThan(100);
        graphic(state, "POINT", 5, 5);
        assertThat(grey(render(RenderOptions.DEFAULT.withGraphics(false), state), 5, 5))
                .isZero();
        assertThat(grey(render(RenderOptions.DEFAULT, state), 5, 5)).isEqualTo(255);
    }

    @Test
    void render_graphicsBeyondReason_tooLargeOrBounded() {
        graphic(state, "POLYLINE", new double[2_000_000]);
        assertThat(refused(state)).isEqualTo(Reason.TOO_LARGE);
        double[] wild = new double[100_000];
        Random random = new Random(7);
        for (int i = 0; i < wild.length; i++) {
            wild[i] = switch (i % 5) {
                case 0 -> Double.NaN;
                case 1 -> Double.POSITIVE_INFINITY;
                case 2 -> -3e38;
                default -> random.nextDouble() * SIDE;
            };
        }
        for (String type : new String[] {"POLYLINE", "INTERPOLATED", "CIRCLE", "ELLIPSE", "POINT", "NONE"}) {
            graphic(state, type, wild);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertPictureOrTooLarge());
        }
        Attributes filled = graphic(state, "CIRCLE", 32, 32, 32, 500);
        filled.setString(Tag.GraphicFilled, "Y");
        Sequence graphics = state.getNested(Tag.GraphicAnnotationSequence).getSequence(Tag.GraphicObjectSequence);
        for (int i = 0; i < 10_000; i++) {
            graphics.add(new Attributes(filled));
        }
        assertThat(refused(state)).isEqualTo(Reason.TOO_LARGE);
    }

    private void assertPictureOrTooLarge() {
        try {
            assertThat(render(RenderOptions.DEFAULT, state)).isNotNull();
        } catch (RenderException e) {
            assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void render_polygonalShutterAllOver_tooLargeOrBounded() throws RenderException {
        state.setString(Tag.ShutterShape, "POLYGONAL");
        state.setInt(Tag.ShutterPresentationValue, 0xFFFF);
        for (int count : new int[] {20_000, 1_000_000}) {
            int[] vertices = new Random(3).ints(count, -40_000, 40_000).toArray();
            state.setInt(Tag.VerticesOfThePolygonalShutter, VR.SL, vertices);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertPictureOrTooLarge());
        }
        state.setInt(Tag.VerticesOfThePolygonalShutter, VR.SL, 1, 1, 1, 64, 64, 64);

        assertThat(grey(render(RenderOptions.DEFAULT, state), 40, 5)).isZero();
        assertThat(grey(render(RenderOptions.DEFAULT, state), 5, 40)).isEqualTo(255);
    }

    @Test
    void render_text_drawnWithoutFonts() throws RenderException {
        Attributes text = add(add(state, Tag.GraphicAnnotationSequence), Tag.TextObjectSequence);
        text.setString(Tag.UnformattedTextValue, "Mass ÄÖß\r\n5 mm");
        text.setDouble(Tag.AnchorPoint, VR.FL, 10, 30);
        text.setString(Tag.AnchorPointAnnotationUnits, "PIXEL");

        BufferedImage image = render(RenderOptions.DEFAULT, state);

        assertThat(brightPixels(image)).isGreaterThan(30);
        text.setString(Tag.UnformattedTextValue, "x".repeat(50_000));
        assertThat(refused(state)).isEqualTo(Reason.TOO_LARGE);
    }

    private static int brightPixels(BufferedImage image) {
        int bright = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                bright += grey(image, x, y) > 128 ? 1 : 0;
            }
        }
        return bright;
    }

    @Test
    void render_annotation_onlyWhenAskedFor() throws RenderException {
        header.setString(Tag.PatientName, "Doe^Jane");
        header.setString(Tag.StudyDate, "20250102");

        assertThat(brightPixels(render(RenderOptions.DEFAULT, null))).isZero();
        assertThat(brightPixels(render(RenderOptions.DEFAULT.withAnnotations(AnnotationKind.PATIENT), null)))
                .isPositive();
        assertThat(brightPixels(render(RenderOptions.DEFAULT.withAnnotations(AnnotationKind.TECHNIQUE), null)))
                .isPositive();
    }

    @Test
    void render_stateWithoutModalityAndWindow_identity() throws RenderException {
        header.setString(Tag.RescaleIntercept, "-1000");
        header.setString(Tag.WindowCenter, "0");
        header.setString(Tag.WindowWidth, "1");
        frame.samples()[0] = 100;

        assertThat(grey(render(RenderOptions.DEFAULT, state), 0, 0)).isEqualTo(100);
        state.setString(Tag.PresentationLUTShape, "INVERSE");
        assertThat(grey(render(RenderOptions.DEFAULT, state), 0, 0)).isEqualTo(155);
    }

    /** Every element that rendering reads, with values of any kind: a picture or a typed refusal. */
    @Test
    void render_randomHeaders_pictureOrTyped() {
        int[] tags = {
            Tag.RescaleSlope,
            Tag.RescaleIntercept,
            Tag.WindowCenter,
            Tag.WindowWidth,
            Tag.PixelPaddingValue,
            Tag.PixelPaddingRangeLimit,
            Tag.PixelAspectRatio,
            Tag.PixelSpacing,
            Tag.OverlayRows,
            Tag.OverlayColumns,
            Tag.OverlayOrigin,
            Tag.OverlayData,
            Tag.OverlayBitPosition,
            Tag.NumberOfFramesInOverlay,
            Tag.ImageFrameOrigin,
            Tag.ShutterShape,
            Tag.CenterOfCircularShutter,
            Tag.RadiusOfCircularShutter,
            Tag.VerticesOfThePolygonalShutter,
            Tag.ShutterLeftVerticalEdge,
            Tag.ShutterRightVerticalEdge,
            Tag.ShutterUpperHorizontalEdge,
            Tag.ShutterLowerHorizontalEdge,
            Tag.ImageRotation,
            Tag.PresentationLUTShape,
            Tag.ICCProfile,
            Tag.PatientName,
            Tag.KVP
        };
        int[] tables = {Tag.ModalityLUTSequence, Tag.VOILUTSequence, Tag.PresentationLUTSequence};
        String[] texts = {"", "NaN", "1e308", "-1", "0", "65536", "2147483648", "CIRCULAR\\POLYGONAL", "5\\5", "x"};
        Random random = new Random(20260101);
        RenderOptions options = RenderOptions.DEFAULT.withAnnotations(AnnotationKind.values());
        int pictures = 0;
        for (int round = 0; round < 600; round++) {
            Attributes hostile = random.nextBoolean() ? header : state;
            int tag = tags[random.nextInt(tags.length)];
            if (random.nextInt(4) == 0) {
                Attributes item = add(hostile, tables[random.nextInt(tables.length)]);
                item.setInt(Tag.LUTDescriptor, VR.US, random.nextInt(70000), random.nextInt(), random.nextInt(20));
                item.setBytes(Tag.LUTData, VR.OW, new byte[random.nextInt(1000)]);
            } else if (random.nextBoolean()) {
                hostile.setString(tag, VR.LO, texts[random.nextInt(texts.length)]);
            } else {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                VR[] vrs = {VR.US, VR.SS, VR.FL, VR.FD, VR.OB, VR.UN, VR.DS};
                hostile.setBytes(tag, vrs[random.nextInt(vrs.length)], bytes);
            }
            try {
                render(options, random.nextBoolean() ? state : null);
                pictures++;
            } catch (RenderException e) {
                assertThat(e.reason()).isNotNull();
                header.remove(Tag.ModalityLUTSequence);
                header.remove(Tag.VOILUTSequence);
                header.remove(Tag.PresentationLUTSequence);
                state.remove(Tag.ModalityLUTSequence);
                state.remove(Tag.PresentationLUTSequence);
            }
        }
        assertThat(pictures).isGreaterThan(100);
    }
}
