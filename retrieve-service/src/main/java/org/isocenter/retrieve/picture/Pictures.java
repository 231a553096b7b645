/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.Renderer;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.dicom.image.render.encode.PictureEncoder;
import org.isocenter.dicom.image.render.encode.Thumbnails;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.retrieve.pixels.TablesInMemory;

/**
 * Encoded pictures of frames. Thread-safe; its methods block. They throw ArchiveException: NOT_FOUND if there is no such frame,
 * PIXEL_DATA_INVALID or TRANSFER_SYNTAX_NOT_SUPPORTED if there is no picture of it, LIMIT_EXCEEDED if it would be too large,
 * BAD_REQUEST if the region lies outside of it, OVER_CAPACITY if there is no memory now.
 */
@ApplicationScoped
public class Pictures {

    private final DecodedFrames frames;
    private final TablesInMemory tables;

    /** Of decoded frames. */
    public Pictures(DecodedFrames frames, TablesInMemory tables) {
        this.frames = frames;
        this.tables = tables;
    }

    /** What is done with a picture while its memory is counted. */
    @FunctionalInterface
    interface PictureUse {
        byte[] with(Picture picture) throws IOException;
    }

    /**
     * A picture of a frame.
     *
     * @param frameNumber from 1
     * @param mediaType of a {@link PictureEncoder}
     * @param patience how long to wait for memory
     */
    public byte[] picture(
            ImageSource image, int frameNumber, RenderOptions options, String mediaType, Duration patience) {
        PictureEncoder encoder = PictureEncoder.of(mediaType).orElseThrow();
        return use(image, frameNumber, options, patience, encoder.bytesOfSample(), encoder::encode);
    }

    /** Renders a frame and encodes it. */
    byte[] use(ImageSource image, int frameNumber, RenderOptions options, Duration patience, PictureUse use) {
        return use(image, frameNumber, options, patience, 0, use);
    }

    private byte[] use(
            ImageSource image,
            int frameNumber,
            RenderOptions options,
            Duration patience,
            int bytesOfSample,
            PictureUse use) {
        FrameFormat format = FrameFormats.of(image.attributes());
        PictureSize size = PictureSize.of(image, frameNumber, format, options.viewport());
        Renderer renderer = new Renderer(size.limits());
        try {
            long cost = cost(image, size) + size.maxSamples() * bytesOfSample;
            return frames.use(image.instance(), format, frameNumber, cost, patience, frame -> {
                load(image);
                return use.with(renderer.render(
                        image.attributes(),
                        frame,
                        frameNumber,
                        options,
                        image.presentationState().map(ImageSource.PresentationSource::attributes)));
            });
        } catch (RenderException e) {
            throw RenderFailure.of(e);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "a picture cannot be made", e);
        }
    }

    /** A small JPEG picture of a frame. */
    public byte[] thumbnail(ImageSource image, int frameNumber, Optional<Viewport> viewport) {
        FrameFormat format = FrameFormats.of(image.attributes());
        Viewport extent = viewport.orElse(Viewport.of(Thumbnails.DEFAULT_SIDE, Thumbnails.DEFAULT_SIDE));
        PictureSize size = PictureSize.of(image, frameNumber, format, Optional.of(extent));
        Thumbnails thumbnails = new Thumbnails(new Renderer(size.limits()));
        try {
            return frames.use(image.instance(), format, frameNumber, cost(image, size), DecodedFrames.SHORT, frame -> {
                load(image);
                return thumbnails.of(image.attributes(), frame, frameNumber, viewport);
            });
        } catch (RenderException e) {
            throw RenderFailure.of(e);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "a picture cannot be made", e);
        }
    }

    private long cost(ImageSource image, PictureSize size) {
        Attributes state = image.presentationState()
                .map(ImageSource.PresentationSource::attributes)
                .orElseGet(Attributes::new);
        return size.cost() + tables.length(image.attributes()) + tables.length(state);
    }

    private void load(ImageSource image) {
        tables.load(image.instance(), image.attributes());
        image.presentationState().ifPresent(state -> tables.load(state.instance(), state.attributes()));
    }
}
