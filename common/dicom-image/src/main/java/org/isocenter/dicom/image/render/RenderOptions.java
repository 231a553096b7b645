/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader wants of a picture (PS3.18 8.3.5). Immutable.
 *
 * @param window instead of those of the data set and the presentation state
 * @param viewport the extent to fit, and the region shown
 * @param annotations what is written on it
 * @param graphics whether overlays and the graphics of a presentation state are drawn
 * @param quality of a lossy encoding, 1 to 100
 * @param iccProfile what becomes of the colours
 */
public record RenderOptions(
        Optional<Window> window,
        Optional<Viewport> viewport,
        Set<AnnotationKind> annotations,
        boolean graphics,
        int quality,
        IccHandling iccProfile) {

    /** The quality where none is asked for. */
    public static final int DEFAULT_QUALITY = 90;

    /** The image as it describes itself, in its own size, with its graphics and without text. */
    public static final RenderOptions DEFAULT =
            new RenderOptions(Optional.empty(), Optional.empty(), Set.of(), true, DEFAULT_QUALITY, IccHandling.NO);

    /**
     * Refuses a quality out of range.
     *
     * @throws IllegalArgumentException if it is
     */
    public RenderOptions {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a quality is from 1 to 100");
        }
        annotations = Set.copyOf(annotations);
    }

    /** With a window. */
    public RenderOptions withWindow(Window other) {
        return new RenderOptions(Optional.of(other), viewport, annotations, graphics, quality, iccProfile);
    }

    /** With a viewport. */
    public RenderOptions withViewport(Viewport other) {
        return new RenderOptions(window, Optional.of(other), annotations, graphics, quality, iccProfile);
    }

    /** With these annotations and no other. */
    public RenderOptions withAnnotations(AnnotationKind... others) {
        Set<AnnotationKind> wanted = EnumSet.noneOf(AnnotationKind.class);
        for (AnnotationKind each : others) {
            wanted.add(each);
        }
        return new RenderOptions(window, viewport, wanted, graphics, quality, iccProfile);
    }

    /** With graphics or without. */
    public RenderOptions withGraphics(boolean other) {
        return new RenderOptions(window, viewport, annotations, other, quality, iccProfile);
    }

    /** With a quality from 1 to 100. */
    public RenderOptions withQuality(int other) {
        return new RenderOptions(window, viewport, annotations, graphics, other, iccProfile);
    }

    /** With another handling of colours. */
    public RenderOptions withIccProfile(IccHandling other) {
        return new RenderOptions(window, viewport, annotations, graphics, quality, other);
    }
}
