/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.jpeg2000.Jpeg2000Encoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** A JP2 file (ISO/IEC 15444-1 Annex I) of 8 bits a channel: without loss at quality 100, else the smaller the less quality. */
public final class Jp2Encoder implements PictureEncoder {

    /** What it makes. */
    public static final String MEDIA_TYPE = "image/jp2";

    /** Native memory bounds it, which nobody else counts. */
    private static final long MAX_SAMPLES = 1L << 27;

    /** A sample as a number and again as a coefficient. */
    private static final int BYTES_OF_SAMPLE = 8;

    private static final int BEST_QUALITY = 100;
    private static final int COLORS = 3;

    private static final int SIGNATURE = 0x6A502020;
    private static final int SIGNATURE_CONTENT = 0x0D0A870A;
    private static final int FILE_TYPE = 0x66747970;
    private static final int BRAND = 0x6A703220;
    private static final int HEADER = 0x6A703268;
    private static final int IMAGE_HEADER = 0x69686472;
    private static final int COLOR_SPECIFICATION = 0x636F6C72;
    private static final int CODESTREAM = 0x6A703263;
    private static final int BOX = 8;
    private static final int SRGB = 16;
    private static final int GREY = 17;
    private static final int WAVELETS = 7;
    private static final int DEPTH = 7;

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public int bytesOfSample() {
        return BYTES_OF_SAMPLE;
    }

    @Override
    public byte[] encode(Picture picture) throws RenderException {
        int channels = picture.isGrey() ? 1 : COLORS;
        if ((long) picture.width() * picture.height() * channels > MAX_SAMPLES) {
            throw new RenderException(Reason.TOO_LARGE, "a picture larger than is allowed for JPEG 2000");
        }
        FrameFormat format = new FrameFormat(
                picture.height(),
                picture.width(),
                channels,
                8,
                8,
                7,
                false,
                false,
                picture.isGrey() ? "MONOCHROME2" : "RGB");
        try {
            byte[] codestream =
                    encoder(picture.quality()).encode(new Frame(format, samples(picture.image(), channels)));
            return file(picture, channels, codestream);
        } catch (CodestreamException e) {
            throw ImageWriters.failed(e);
        }
    }

    private static Jpeg2000Encoder encoder(int quality) {
        return quality == BEST_QUALITY
                ? Jpeg2000Encoder.lossless()
                : Jpeg2000Encoder.lossy(BEST_QUALITY + 1.0 - quality);
    }

    private static byte[] samples(BufferedImage image, int channels) {
        if (channels == 1) {
            return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        }
        byte[] samples = new byte[image.getWidth() * image.getHeight() * COLORS];
        int[] line = new int[image.getWidth()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int pixel : line) {
                samples[at++] = (byte) (pixel >> 16);
                samples[at++] = (byte) (pixel >> 8);
                samples[at++] = (byte) pixel;
            }
        }
        return samples;
    }

    private static byte[] file(Picture picture, int channels, byte[] codestream) {
        byte[] profile = picture.iccProfile().orElse(new byte[0]);
        int imageHeader = BOX + 14;
        int color = BOX + 3 + (profile.length == 0 ? 4 : profile.length);
        int header = BOX + imageHeader + color;
        ByteBuffer out = ByteBuffer.allocate(12 + 20 + header + BOX + codestream.length);
        out.putInt(12).putInt(SIGNATURE).putInt(SIGNATURE_CONTENT);
        out.putInt(20).putInt(FILE_TYPE).putInt(BRAND).putInt(0).putInt(BRAND);
        out.putInt(header).putInt(HEADER);
        out.putInt(imageHeader).putInt(IMAGE_HEADER);
        out.putInt(picture.height()).putInt(picture.width()).putShort((short) channels);
        out.put((byte) DEPTH).put((byte) WAVELETS).put((byte) 0).put((byte) 0);
        // method 1: one of the colour spaces with a number, 2: a profile (I.5.3.3)
        out.putInt(color).putInt(COLOR_SPECIFICATION);
        out.put((byte) (profile.length == 0 ? 1 : 2)).put((byte) 0).put((byte) 0);
        if (profile.length == 0) {
            out.putInt(channels == 1 ? GREY : SRGB);
        } else {
            out.put(profile);
        }
        out.putInt(BOX + codestream.length).putInt(CODESTREAM).put(codestream);
        return out.array();
    }
}
