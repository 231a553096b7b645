/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;

/** JPEG of 8 bits, at the picture's quality. */
public final class JpegEncoder implements PictureEncoder {

    /** What it makes. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final int MARKER = 0xFF;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int AFTER_START = 2;
    private static final byte[] ICC_LABEL = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ICC_CHUNK = 65_000;

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] encode(Picture picture) throws RenderException {
        ImageWriter writer = ImageWriters.of("jpeg");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(picture.quality() / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture.image(), null, null), parameters);
        } catch (IOException e) {
            throw ImageWriters.failed(e);
        } finally {
            writer.dispose();
        }
        byte[] plain = bytes.toByteArray();
        return picture.iccProfile().isPresent()
                ? withProfile(plain, picture.iccProfile().get())
                : plain;
    }

    /** Puts the profile behind the JFIF segment, in chunks (ICC.1 annex B.4). */
    private static byte[] withProfile(byte[] jpeg, byte[] profile) {
        int at = AFTER_START;
        if ((jpeg[at] & 0xFF) == MARKER && (jpeg[at + 1] & 0xFF) == APP0) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + profile.length + 64);
        out.write(jpeg, 0, at);
        int chunks = (profile.length + ICC_CHUNK - 1) / ICC_CHUNK;
        if (chunks <= 255) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                int from = chunk * ICC_CHUNK;
                byte[] part = Arrays.copyOfRange(profile, from, Math.min(profile.length, from + ICC_CHUNK));
                int length = 2 + ICC_LABEL.length + 2 + part.length;
                out.write(MARKER);
                out.write(APP2);
                out.write(length >> 8);
                out.write(length);
                out.writeBytes(ICC_LABEL);
                out.write(chunk + 1);
                out.write(chunks);
                out.writeBytes(part);
            }
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }
}
