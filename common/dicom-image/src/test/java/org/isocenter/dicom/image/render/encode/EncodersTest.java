/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.IccHandling;
import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.Renderer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EncodersTest {

    private static Picture noise(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, random.nextInt(256));
                }
            }
        }
        return new Picture(image, Optional.empty(), 90);
    }

    private static Picture grey() {
        return noise(BufferedImage.TYPE_BYTE_GRAY, 40, 30);
    }

    private static Picture color() {
        return noise(BufferedImage.TYPE_3BYTE_BGR, 40, 30);
    }

    private static void assertSame(BufferedImage actual, BufferedImage expected) {
        assertThat(actual.getRaster().getSamples(0, 0, 40, 30, 0, (int[]) null))
                .isEqualTo(expected.getRaster().getSamples(0, 0, 40, 30, 0, (int[]) null));
    }

    private static BufferedImage decode(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void png_roundTrip_lossless() throws IOException {
        assertSame(decode(new PngEncoder().encode(grey())), grey().image());
        assertSame(decode(new PngEncoder().encode(color())), color().image());
    }

    @Test
    void jpeg_quality_largerIsBetter() throws IOException {
        byte[] poor = new JpegEncoder().encode(new Picture(grey().image(), Optional.empty(), 5));
        byte[] good = new JpegEncoder().encode(new Picture(grey().image(), Optional.empty(), 100));

        assertThat(poor.length).isLessThan(good.length);
        assertThat(decode(good).getWidth()).isEqualTo(40);
    }

    @Test
    void profile_jpegAndPng_comesBack() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        Picture picture = new Picture(color().image(), Optional.of(profile), 90);

        byte[] jpeg = new JpegEncoder().encode(picture);
        byte[] png = new PngEncoder().encode(picture);

        assertThat(new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("ICC_PROFILE\0\1\1");
        assertThat(decode(jpeg).getHeight()).isEqualTo(30);
        assertSame(decode(png), picture.image());
        assertThat(new String(png, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("iCCPprofile");
    }

    private static Frame decodeJp2(byte[] file, String photometricInterpretation, int samples) throws IOException {
        FrameFormat format = new FrameFormat(30, 40, samples, 8, 8, 7, false, false, photometricInterpretation);
        return new Jpeg2000Decoder().decode(format, file);
    }

    @Test
    void jp2_bestQuality_lossless() throws IOException {
        Picture grey = new Picture(grey().image(), Optional.empty(), 100);
        Picture color = new Picture(color().image(), Optional.empty(), 100);

        byte[] samples =
                decodeJp2(new Jp2Encoder().encode(grey), "MONOCHROME2", 1).samples();
        byte[] rgb = decodeJp2(new Jp2Encoder().encode(color), "RGB", 3).samples();

        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i] & 0xFF).isEqualTo(grey.image().getRaster().getSample(i % 40, i / 40, 0));
            for (int band = 0; band < 3; band++) {
                assertThat(rgb[i * 3 + band] & 0xFF)
                        .isEqualTo(color.image().getRaster().getSample(i % 40, i / 40, band));
            }
        }
    }

    @Test
    void jp2_lessQuality_smaller() throws IOException {
        byte[] good = new Jp2Encoder().encode(new Picture(color().image(), Optional.empty(), 100));
        byte[] poor = new Jp2Encoder().encode(new Picture(color().image(), Optional.empty(), 50));

        assertThat(poor.length).isLessThan(good.length / 10);
        assertThat(decodeJp2(poor, "RGB", 3).samples()).hasSize(3600);
    }

    @Test
    void jp2_profile_isInside() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        byte[] file = new Jp2Encoder().encode(new Picture(color().image(), Optional.of(profile), 90));

        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(new String(profile, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(decodeJp2(file, "RGB", 3).samples()).hasSize(3600);
    }

    @Test
    void gif_animation_framesAndDelay() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GifAnimation gif = new GifAnimation(bytes, 40, AnimationLimits.DEFAULT)) {
            gif.add(grey());
            gif.add(grey());
            gif.add(grey());
        }

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertSame(reader.read(1), grey().image());
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("4");
        } finally {
            reader.dispose();
        }
    }

    @Test
    void gif_colors_near() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                image.setRGB(x, y, (x * 6) << 16 | (y * 8) << 8 | 128);
            }
        }
        BufferedImage back = decode(new GifEncoder().encode(new Picture(image, Optional.empty(), 90)));

        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                assertThat(back.getRGB(x, y) >> 16 & 0xFF).isBetween(x * 6 - 16, x * 6 + 16);
                assertThat(back.getRGB(x, y) >> 8 & 0xFF).isBetween(y * 8 - 20, y * 8 + 20);
            }
        }
    }

    @Test
    void gif_tooManyFrames_tooLarge() throws IOException {
        AnimationLimits limits = new AnimationLimits(2, 1 << 20);
        try (GifAnimation gif = new GifAnimation(new ByteArrayOutputStream(), 40, limits)) {
            gif.add(grey());
            gif.add(grey());
            assertThat(catchThrowableOfType(RenderException.class, () -> gif.add(grey()))
                            .reason())
                    .isEqualTo(Reason.TOO_LARGE);
        }
        assertThat(catchThrowableOfType(RenderException.class, () -> limits.check(2, 1000, 1000))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void milliseconds_variousElements_firstUsable() {
        Attributes header = new Attributes();
        assertThat(FrameTiming.milliseconds(header)).isEqualTo(FrameTiming.DEFAULT_MILLISECONDS);
        header.setString(Tag.CineRate, "25");
        assertThat(FrameTiming.milliseconds(header)).isEqualTo(40);
        header.setString(Tag.FrameTime, "66.7");
        assertThat(FrameTiming.milliseconds(header)).isEqualTo(67);
        header.setString(Tag.FrameTime, "NaN");
        assertThat(FrameTiming.milliseconds(header)).isEqualTo(40);
        header.setString(Tag.RecommendedDisplayFrameRate, "100000");
        assertThat(FrameTiming.milliseconds(header)).isEqualTo(20);
    }

    private static Picture render(IccHandling handling, byte[] profile) throws RenderException {
        FrameFormat format = new FrameFormat(1, 2, 3, 8, 8, 7, false, false, "RGB");
        Frame frame = new Frame(format, new byte[] {(byte) 200, 40, 40, (byte) 255, (byte) 255, (byte) 255});
        Attributes header = new Attributes();
        if (profile != null) {
            header.setBytes(Tag.ICCProfile, VR.OB, profile);
        }
        return new Renderer()
                .render(header, frame, 1, RenderOptions.DEFAULT.withIccProfile(handling), Optional.empty());
    }

    @Test
    void iccProfile_everyHandling_keptConvertedOrLeftOut() throws RenderException {
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        assertThat(render(IccHandling.NO, srgb).iccProfile()).isEmpty();
        assertThat(render(IccHandling.YES, srgb).iccProfile()).contains(srgb);
        assertThat(render(IccHandling.YES, new byte[300]).iccProfile()).isEmpty();
        assertThat(render(IccHandling.SRGB, null).image().getRGB(0, 0) & 0xFFFFFF)
                .isEqualTo(0xC82828);
        Picture adobe = render(IccHandling.ADOBERGB, srgb);
        Picture romm = render(IccHandling.ROMMRGB, srgb);
        assertThat(adobe.image().getRaster().getSample(0, 0, 0)).isBetween(165, 180);
        assertThat(romm.image().getRaster().getSample(0, 0, 0)).isBetween(125, 165);
        for (Picture each : new Picture[] {adobe, romm}) {
            for (int band = 0; band < 3; band++) {
                assertThat(each.image().getRaster().getSample(1, 0, band)).isBetween(253, 255);
            }
            Picture back = render(IccHandling.YES, each.iccProfile().orElseThrow());
            assertThat(back.iccProfile()).isPresent();
        }
    }

    @Test
    void thumbnail_largeImage_longSide128() throws IOException {
        FrameFormat format = new FrameFormat(600, 400, 1, 8, 8, 7, false, false, "MONOCHROME2");
        Frame frame = new Frame(format, new byte[format.length()]);

        BufferedImage image = decode(new Thumbnails(new Renderer()).of(new Attributes(), frame, 1, Optional.empty()));

        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(image.getWidth()).isEqualTo(85);
    }
}
