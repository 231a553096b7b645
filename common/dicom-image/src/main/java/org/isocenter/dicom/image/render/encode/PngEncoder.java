/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;

/** PNG of 8 bits a channel, lossless. */
public final class PngEncoder implements PictureEncoder {

    /** What it makes. */
    public static final String MEDIA_TYPE = "image/png";

    /** The signature and the IHDR chunk. */
    private static final int HEADER = 8 + 25;

    private static final byte[] PROFILE_CHUNK = "iCCP".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE_NAME = "profile\0\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] encode(Picture picture) throws RenderException {
        ImageWriter writer = ImageWriters.of("png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(picture.image());
            }
            byte[] plain = bytes.toByteArray();
            return picture.iccProfile().isPresent()
                    ? withProfile(plain, picture.iccProfile().get())
                    : plain;
        } catch (IOException e) {
            throw ImageWriters.failed(e);
        } finally {
            writer.dispose();
        }
    }

    /** Puts the profile behind the header, deflated (PNG 11.3.2.3). */
    private static byte[] withProfile(byte[] png, byte[] profile) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(PROFILE_NAME);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
            deflater.write(profile);
        }
        CRC32 check = new CRC32();
        check.update(PROFILE_CHUNK);
        check.update(data.toByteArray());
        ByteBuffer out = ByteBuffer.allocate(png.length + data.size() + 12);
        out.put(png, 0, HEADER);
        out.putInt(data.size()).put(PROFILE_CHUNK).put(data.toByteArray()).putInt((int) check.getValue());
        out.put(png, HEADER, png.length - HEADER);
        return out.array();
    }
}
