/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;

/** GIF of one picture; greys are kept, colours are reduced to 256. */
public final class GifEncoder implements PictureEncoder {

    /** What it makes. */
    public static final String MEDIA_TYPE = "image/gif";

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] encode(Picture picture) throws RenderException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GifAnimation gif = new GifAnimation(bytes, FrameTiming.DEFAULT_MILLISECONDS, AnimationLimits.DEFAULT)) {
            gif.add(picture);
        } catch (RenderException e) {
            throw e;
        } catch (IOException e) {
            throw ImageWriters.failed(e);
        }
        return bytes.toByteArray();
    }
}
