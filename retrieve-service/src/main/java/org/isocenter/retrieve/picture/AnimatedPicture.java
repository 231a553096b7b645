/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.encode.AnimationLimits;
import org.isocenter.dicom.image.render.encode.FrameTiming;
import org.isocenter.dicom.image.render.encode.GifAnimation;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.send.BodyWriter;

/** Frames as one GIF animation, each made while those before it go out. Used by one thread. */
public final class AnimatedPicture implements Content {

    private final Pictures pictures;
    private final ImageSource image;
    private final List<Integer> frameNumbers;
    private final RenderOptions options;
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
    private final GifAnimation animation;

    /**
     * Makes the first picture, so that what stands in the way is known before anything goes out.
     *
     * @param frameNumbers from 1, in the order in which they are shown; at least one
     * @throws org.isocenter.archive.error.ArchiveException as {@link Pictures} does
     */
    public AnimatedPicture(Pictures pictures, ImageSource image, List<Integer> frameNumbers, RenderOptions options)
            throws IOException {
        this.pictures = pictures;
        this.image = image;
        this.frameNumbers = frameNumbers;
        this.options = options;
        this.animation = new GifAnimation(ready, FrameTiming.milliseconds(image.attributes()), AnimationLimits.DEFAULT);
        add(frameNumbers.get(0), DecodedFrames.SHORT);
    }

    private void add(int frameNumber, Duration patience) {
        pictures.use(image, frameNumber, options, patience, picture -> {
            check(picture.width(), picture.height());
            animation.add(picture);
            return null;
        });
    }

    private void check(int width, int height) throws RenderException {
        AnimationLimits.DEFAULT.check(frameNumbers.size(), width, height);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        send(out);
        for (int frameNumber : frameNumbers.subList(1, frameNumbers.size())) {
            add(frameNumber, DecodedFrames.LONG);
            send(out);
        }
        animation.close();
        send(out);
    }

    /** What is ready goes out while no memory for pixels is held. */
    private void send(BodyWriter out) throws IOException {
        byte[] bytes = ready.toByteArray();
        ready.reset();
        out.write(bytes, 0, bytes.length);
    }
}
