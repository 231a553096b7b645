/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

import org.isocenter.dicom.image.codec.TestImages.Kind;
import org.isocenter.dicom.image.codec.jpeg.JpegDctEncoder;
import org.isocenter.dicom.image.codec.jpeg.JpegDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Lossy JPEG against the platform's own codec, and how much is lost. */
class LossyJpegTest {

    /** A colour codestream of the platform, with a sampling of the first component and restarts. */
    private static byte[] platform(
            int rows, int columns, int horizontal, int vertical, boolean progressive, int restart) throws IOException {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Frame frame = TestImages.image(TestImages.format(rows, columns, 3, 8, 8, false), Kind.STRUCTURE, columns);
        for (int i = 0; i < rows * columns; i++) {
            byte[] samples = frame.samples();
            int rgb = (samples[3 * i] & 0xFF) << 16 | (samples[3 * i + 1] & 0xFF) << 8 | samples[3 * i + 2] & 0xFF;
            image.setRGB(i % columns, i / columns, rgb);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (progressive) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        NodeList components = tree.getElementsByTagName("componentSpec");
        ((IIOMetadataNode) components.item(0)).setAttribute("HsamplingFactor", String.valueOf(horizontal));
        ((IIOMetadataNode) components.item(0)).setAttribute("VsamplingFactor", String.valueOf(vertical));
        if (restart > 0) {
            IIOMetadataNode interval = new IIOMetadataNode("dri");
            interval.setAttribute("interval", String.valueOf(restart));
            IIOMetadataNode sequence = (IIOMetadataNode)
                    tree.getElementsByTagName("markerSequence").item(0);
            sequence.insertBefore(interval, sequence.getFirstChild());
        }
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", tree);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        }
        writer.dispose();
        assertThat(contains(out.toByteArray(), 0xDD)).isEqualTo(restart > 0);
        assertThat(contains(out.toByteArray(), 0xC2)).isEqualTo(progressive);
        return out.toByteArray();
    }

    private static boolean contains(byte[] codestream, int marker) {
        for (int i = 0; i + 1 < codestream.length; i++) {
            if (codestream[i] == (byte) 0xFF && codestream[i + 1] == (byte) marker) {
                return true;
            }
        }
        return false;
    }

    /** What the platform decodes, without a transform of colour. */
    private static byte[] decode(byte[] codestream) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(codestream))) {
            reader.setInput(in);
            Raster raster = reader.readRaster(0, null);
            int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < samples.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return bytes;
        } finally {
            reader.dispose();
        }
    }

    private static int greatestDifference(byte[] expected, byte[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        int greatest = 0;
        for (int i = 0; i < expected.length; i++) {
            greatest = Math.max(greatest, Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF)));
        }
        return greatest;
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,false,0",
        "2,1,false,0",
        "2,2,false,0",
        "4,1,false,0",
        "2,2,false,3",
        "1,1,false,5",
        "1,1,true,0",
        "2,1,true,0",
        "2,2,true,0",
        "2,2,true,2",
        "4,2,false,0"
    })
    void decode_ofThePlatform_asThePlatformDoes(int horizontal, int vertical, boolean progressive, int restart)
            throws IOException {
        for (int[] extent : new int[][] {{45, 71}, {64, 64}, {17, 5}, {1, 1}}) {
            byte[] codestream = platform(extent[0], extent[1], horizontal, vertical, progressive, restart);
            FrameFormat described = TestImages.format(extent[0], extent[1], 3, 8, 8, false);
            Frame frame = new JpegDecoder().decode(described, codestream);
            assertThat(frame.format().photometricInterpretation()).isEqualTo("YBR_FULL");
            assertThat(greatestDifference(decode(codestream), frame.samples())).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void decode_damagedProgressiveWithRestarts_frameOrException() throws IOException {
        FrameFormat described = TestImages.format(45, 71, 3, 8, 8, false);
        byte[] whole = platform(45, 71, 2, 2, true, 2);
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged =
                    random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                new JpegDecoder().decode(described, damaged);
            } catch (CodestreamException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8,8,100,1", "8,8,90,14", "16,12,100,2", "16,12,90,60"})
    void decode_ofWhatWasEncoded_near(int allocated, int stored, int quality, int allowed) throws CodestreamException {
        FrameFormat format = TestImages.format(65, 83, 1, allocated, stored, false);
        Frame frame = TestImages.image(format, Kind.STRUCTURE, 4);
        byte[] codestream = JpegDctEncoder.extended(quality).encode(frame);
        Frame decoded = new JpegDecoder().decode(format, codestream);
        assertThat(decoded.format()).isEqualTo(format);
        int bytes = allocated / 8;
        int greatest = 0;
        for (int i = 0; i < frame.samples().length; i += bytes) {
            greatest = Math.max(greatest, Math.abs(sample(frame, i, bytes) - sample(decoded, i, bytes)));
        }
        assertThat(greatest).isLessThanOrEqualTo(allowed);
    }

    private static int sample(Frame frame, int at, int bytes) {
        int low = frame.samples()[at] & 0xFF;
        return bytes == 1 ? low : low | (frame.samples()[at + 1] & 0xFF) << 8;
    }

    @Test
    void encode_anyQualityAndExtent_decodes() throws IOException {
        for (int quality = 1; quality <= 100; quality += 9) {
            for (int extent = 1; extent < 36; extent += 7) {
                for (String model : new String[] {"RGB", "YBR_FULL", "YBR_FULL_422"}) {
                    FrameFormat format = TestImages.format(extent, 37 - extent, 3, 8, 8, false)
                            .withPhotometricInterpretation(model);
                    byte[] codestream =
                            JpegDctEncoder.baseline(quality).encode(TestImages.image(format, Kind.NOISE, extent));
                    Frame decoded = new JpegDecoder().decode(format, codestream);
                    assertThat(decoded.format().photometricInterpretation()).isEqualTo("YBR_FULL");
                    assertThat(greatestDifference(decode(codestream), decoded.samples()))
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void decode_flat_flat() throws CodestreamException {
        FrameFormat format = TestImages.format(20, 20, 1, 8, 8, false);
        byte[] codestream = JpegDctEncoder.baseline(50).encode(TestImages.image(format, Kind.FLAT, 0));
        byte[] expected = new byte[400];
        Arrays.fill(expected, (byte) 84);
        assertThat(greatestDifference(
                        expected, new JpegDecoder().decode(format, codestream).samples()))
                .isLessThanOrEqualTo(2);
    }
}
