/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.Renderer;
import org.isocenter.dicom.image.render.Viewport;

/** Small JPEG pictures of frames (PS3.18 10.4.1.2): no text, no graphics. Keeps no state; safe for concurrent use. */
public final class Thumbnails {

    /** The longest side where none is asked for, in pixels. */
    public static final int DEFAULT_SIDE = 128;

    private static final int QUALITY = 80;

    private final Renderer renderer;
    private final JpegEncoder encoder = new JpegEncoder();

    /** By a renderer. */
    public Thumbnails(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * The thumbnail of a frame.
     *
     * @param viewport the extent to fit; a region is not taken
     * @return JPEG
     * @throws RenderException if there is no picture of the frame
     */
    public byte[] of(Attributes header, Frame frame, int frameNumber, Optional<Viewport> viewport)
            throws RenderException {
        Viewport extent = viewport.map(asked -> Viewport.of(asked.width(), asked.height()))
                .orElse(Viewport.of(DEFAULT_SIDE, DEFAULT_SIDE));
        RenderOptions options =
                RenderOptions.DEFAULT.withViewport(extent).withGraphics(false).withQuality(QUALITY);
        return encoder.encode(renderer.render(header, frame, frameNumber, options, Optional.empty()));
    }
}
