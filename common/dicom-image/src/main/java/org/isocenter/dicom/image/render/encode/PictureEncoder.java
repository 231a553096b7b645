/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.util.Locale;
import java.util.Optional;

import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;

/** Encodes one picture. Implementations keep no state between calls and may be used by many threads. */
public interface PictureEncoder {

    /** The media type of what it makes. */
    String mediaType();

    /** Memory that encoding takes for each sample of a picture, besides the picture and what comes of it. */
    default int bytesOfSample() {
        return 0;
    }

    /**
     * Encodes.
     *
     * @throws RenderException if the encoder fails
     */
    byte[] encode(Picture picture) throws RenderException;

    /** The encoder of a media type without parameters; empty if there is none. */
    static Optional<PictureEncoder> of(String mediaType) {
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case JpegEncoder.MEDIA_TYPE -> Optional.of(new JpegEncoder());
            case PngEncoder.MEDIA_TYPE -> Optional.of(new PngEncoder());
            case GifEncoder.MEDIA_TYPE -> Optional.of(new GifEncoder());
            case Jp2Encoder.MEDIA_TYPE -> Optional.of(new Jp2Encoder());
            default -> Optional.empty();
        };
    }
}
