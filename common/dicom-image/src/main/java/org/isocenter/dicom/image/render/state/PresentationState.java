/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.state;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.render.FrameAttributes;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.geometry.DisplayedArea;
import org.isocenter.dicom.image.render.geometry.Orientation;
import org.isocenter.dicom.image.render.geometry.PixelAspect;
import org.isocenter.dicom.image.render.overlay.Overlay;

/** A grayscale, colour or pseudo-colour softcopy presentation state as it applies to one frame. Immutable. */
public final class PresentationState {

    private static final Set<String> KINDS = Set.of(
            UID.GrayscaleSoftcopyPresentationStateStorage,
            UID.ColorSoftcopyPresentationStateStorage,
            UID.PseudoColorSoftcopyPresentationStateStorage);

    /** The pitch of the pixels of a display, in mm, where a true size is asked for: 96 to an inch. */
    private static final double DISPLAY_PITCH = 25.4 / 96;

    private final Attributes state;
    private final FrameAttributes frame;
    private final String sopInstanceUid;

    private PresentationState(Attributes state, FrameAttributes frame, String sopInstanceUid) {
        this.state = state;
        this.frame = frame;
        this.sopInstanceUid = sopInstanceUid;
    }

    /**
     * The state for a frame.
     *
     * @throws RenderException if it is of another kind or does not refer to the frame
     */
    public static PresentationState of(Attributes state, FrameAttributes frame) throws RenderException {
        if (!KINDS.contains(state.getString(Tag.SOPClassUID, ""))) {
            throw new RenderException(
                    Reason.PRESENTATION_STATE_NOT_APPLICABLE, "no presentation state of a kind that can be applied");
        }
        String sopInstanceUid = frame.header().getString(Tag.SOPInstanceUID, "");
        Sequence series = state.getSequence(Tag.ReferencedSeriesSequence);
        if (series != null) {
            for (Attributes item : series) {
                if (ReferencedImages.name(item, sopInstanceUid, frame.frameNumber())) {
                    return new PresentationState(state, frame, sopInstanceUid);
                }
            }
        }
        throw new RenderException(
                Reason.PRESENTATION_STATE_NOT_APPLICABLE, "the presentation state does not refer to the frame");
    }

    /** The data set of the state. */
    public Attributes attributes() {
        return state;
    }

    /** Whether grey values are to be shown in the colours of its palette. */
    public boolean isPseudoColor() {
        return UID.PseudoColorSoftcopyPresentationStateStorage.equals(state.getString(Tag.SOPClassUID));
    }

    /** Whether it shows an overlay: Overlay Activation Layer (60xx,1001) names a layer (PS3.3 C.11.7). */
    public boolean activates(Overlay overlay) {
        return state.containsValue(Overlay.tag(overlay.group(), Tag.OverlayActivationLayer));
    }

    /** The item of the Softcopy VOI LUT Sequence for the frame. */
    public Optional<Attributes> valuesOfInterest() {
        return first(Tag.SoftcopyVOILUTSequence);
    }

    private Optional<Attributes> first(int sequence) {
        List<Attributes> items = items(sequence);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    private List<Attributes> items(int sequenceTag) {
        List<Attributes> items = new ArrayList<>();
        Sequence sequence = state.getSequence(sequenceTag);
        if (sequence != null) {
            for (Attributes item : sequence) {
                if (ReferencedImages.include(item, sopInstanceUid, frame.frameNumber())) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    /** What of the image is shown, and how turned (PS3.3 C.10.4, C.10.6). */
    public DisplayedArea displayedArea(int columns, int rows) {
        int turns = Math.floorMod(state.getInt(Tag.ImageRotation, 0), 360) / 90;
        boolean flipped = "Y".equals(state.getString(Tag.ImageHorizontalFlip));
        Orientation orientation = new Orientation(turns, flipped);
        Attributes selection = first(Tag.DisplayedAreaSelectionSequence).orElseGet(Attributes::new);
        return new DisplayedArea(
                area(selection, columns, rows), orientation, aspect(selection), magnification(selection));
    }

    /** From the upper left to the lower right pixel, both counted from 1 and shown. */
    private static Rectangle2D area(Attributes selection, int columns, int rows) {
        double[] upperLeft = selection.getDoubles(Tag.DisplayedAreaTopLeftHandCorner);
        double[] lowerRight = selection.getDoubles(Tag.DisplayedAreaBottomRightHandCorner);
        if (upperLeft.length < 2
                || lowerRight.length < 2
                || lowerRight[0] < upperLeft[0]
                || lowerRight[1] < upperLeft[1]) {
            return new Rectangle2D.Double(0, 0, columns, rows);
        }
        return new Rectangle2D.Double(
                upperLeft[0] - 1, upperLeft[1] - 1, lowerRight[0] - upperLeft[0] + 1, lowerRight[1] - upperLeft[1] + 1);
    }

    private double aspect(Attributes selection) {
        double ratio = PixelAspect.ratio(selection.getDoubles(Tag.PresentationPixelSpacing));
        if (ratio == 0) {
            ratio = PixelAspect.ratio(selection.getDoubles(Tag.PresentationPixelAspectRatio));
        }
        return ratio == 0 ? PixelAspect.of(frame) : ratio;
    }

    private static double magnification(Attributes selection) {
        return switch (selection.getString(Tag.PresentationSizeMode, "SCALE TO FIT")) {
            case "MAGNIFY" -> selection.getDouble(Tag.PresentationPixelMagnificationRatio, 1);
            case "TRUE SIZE" -> trueSize(selection.getDoubles(Tag.PresentationPixelSpacing));
            default -> 1;
        };
    }

    private static double trueSize(double[] spacing) {
        return spacing.length < 2 ? 1 : Math.min(spacing[0], spacing[1]) / DISPLAY_PITCH;
    }

    /** The annotations of the frame, those of the lowest graphic layer first (PS3.3 C.10.5, C.10.7). */
    public List<GraphicAnnotation> annotations() {
        Map<String, Attributes> layers = layers();
        List<GraphicAnnotation> annotations = new ArrayList<>();
        for (Attributes item : items(Tag.GraphicAnnotationSequence)) {
            annotations.add(new GraphicAnnotation(item, layers.get(item.getString(Tag.GraphicLayer, ""))));
        }
        annotations.sort(Comparator.comparingInt(GraphicAnnotation::order));
        return annotations;
    }

    private Map<String, Attributes> layers() {
        Map<String, Attributes> layers = new HashMap<>();
        Sequence sequence = state.getSequence(Tag.GraphicLayerSequence);
        if (sequence != null) {
            for (Attributes layer : sequence) {
                layers.putIfAbsent(layer.getString(Tag.GraphicLayer, ""), layer);
            }
        }
        return layers;
    }
}
