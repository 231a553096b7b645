/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.render.color.IccProfiles;
import org.isocenter.dicom.image.render.geometry.DisplayedArea;
import org.isocenter.dicom.image.render.geometry.PixelAspect;
import org.isocenter.dicom.image.render.geometry.Placement;
import org.isocenter.dicom.image.render.overlay.DisplayShutter;
import org.isocenter.dicom.image.render.overlay.Overlay;
import org.isocenter.dicom.image.render.state.GraphicsPainter;
import org.isocenter.dicom.image.render.state.PresentationState;
import org.isocenter.dicom.image.render.text.AnnotationText;
import org.isocenter.dicom.image.render.text.CornerText;

/**
 * Makes pictures of frames: the pipeline of PS3.4 N.2, then region and viewport of PS3.18 8.3.5. Keeps no state; safe for
 * concurrent use.
 */
public final class Renderer {

    private static final int OVERLAY_GREY = 255;

    private final RenderLimits limits;

    /** With the default limits. */
    public Renderer() {
        this(RenderLimits.DEFAULT);
    }

    /** With limits. */
    public Renderer(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Renders a frame.
     *
     * @param header the data set up to its pixel data; tables, overlays and profiles have to be in memory, not bulk data
     * @param frame decoded
     * @param frameNumber from 1 on
     * @param presentationState the data set of a state that refers to the frame
     * @throws RenderException if there is no picture of it, or none within the limits
     */
    public Picture render(
            Attributes header,
            Frame frame,
            int frameNumber,
            RenderOptions options,
            Optional<Attributes> presentationState)
            throws RenderException {
        FrameAttributes attributes = new FrameAttributes(header, frameNumber);
        Optional<PresentationState> state = presentationState.isPresent()
                ? Optional.of(PresentationState.of(presentationState.get(), attributes))
                : Optional.empty();
        int columns = frame.format().columns();
        int rows = frame.format().rows();
        DisplayedArea displayed = state.isPresent()
                ? state.get().displayedArea(columns, rows)
                : DisplayedArea.whole(columns, rows, PixelAspect.of(attributes));
        Placement placement = Placement.of(displayed, options.viewport(), limits);
        PixelMatrix image = new FramePixels(attributes, frame, options.window(), state).toMatrix();
        Attributes shutter = state.map(PresentationState::attributes).orElseGet(attributes::shutter);
        DisplayShutter.close(shutter, shutter, frameNumber, image, limits);
        if (options.graphics()) {
            paintOverlays(attributes, frame, state, image);
        }
        BufferedImage picture = placement.apply(image).toImage();
        annotate(picture, attributes, placement, options, state);
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return new Picture(picture, Optional.empty(), options.quality());
        }
        Attributes colors = state.filter(PresentationState::isPseudoColor)
                .map(PresentationState::attributes)
                .orElse(header);
        return IccProfiles.apply(options.iccProfile(), IccProfiles.of(colors), picture, options.quality());
    }

    /** A presentation state shows those overlays that it activates, its own included (PS3.3 C.11.7). */
    private static void paintOverlays(
            FrameAttributes attributes, Frame frame, Optional<PresentationState> state, PixelMatrix image) {
        List<Overlay> overlays = Overlay.all(attributes.header(), frame, attributes.frameNumber());
        for (Overlay overlay : overlays) {
            if (state.isEmpty() || state.get().activates(overlay)) {
                overlay.paint(image, OVERLAY_GREY);
            }
        }
        if (state.isPresent()) {
            for (Overlay overlay : Overlay.all(state.get().attributes(), frame, attributes.frameNumber())) {
                if (state.get().activates(overlay)) {
                    overlay.paint(image, OVERLAY_GREY);
                }
            }
        }
    }

    private void annotate(
            BufferedImage picture,
            FrameAttributes attributes,
            Placement placement,
            RenderOptions options,
            Optional<PresentationState> state)
            throws RenderException {
        boolean graphicsWanted = options.graphics() && state.isPresent();
        if (!graphicsWanted && options.annotations().isEmpty()) {
            return;
        }
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            if (graphicsWanted) {
                new GraphicsPainter(graphics, placement, limits)
                        .paint(state.get().annotations());
            }
            List<String> patient = options.annotations().contains(AnnotationKind.PATIENT)
                    ? AnnotationText.patient(attributes.header())
                    : List.of();
            List<String> technique = options.annotations().contains(AnnotationKind.TECHNIQUE)
                    ? AnnotationText.technique(attributes)
                    : List.of();
            CornerText.draw(graphics, picture.getWidth(), picture.getHeight(), patient, technique);
        } finally {
            graphics.dispose();
        }
    }
}
