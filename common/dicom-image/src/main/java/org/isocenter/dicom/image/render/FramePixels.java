/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.color.ColorFrames;
import org.isocenter.dicom.image.render.color.Palette;
import org.isocenter.dicom.image.render.color.PaletteFrames;
import org.isocenter.dicom.image.render.lut.AutomaticWindow;
import org.isocenter.dicom.image.render.lut.GreyPipeline;
import org.isocenter.dicom.image.render.lut.ModalityTransform;
import org.isocenter.dicom.image.render.lut.PixelPadding;
import org.isocenter.dicom.image.render.lut.PresentationTransform;
import org.isocenter.dicom.image.render.lut.StoredValues;
import org.isocenter.dicom.image.render.lut.VoiTransform;
import org.isocenter.dicom.image.render.state.PresentationState;

/** The pixels of a frame in grey or colour, each at its place in the image. */
record FramePixels(
        FrameAttributes attributes, Frame frame, Optional<Window> window, Optional<PresentationState> state) {

    PixelMatrix toMatrix() throws RenderException {
        FrameFormat format = frame.format();
        if (format.samplesPerPixel() != 1) {
            return ColorFrames.of(frame);
        }
        if (format.photometricInterpretation().equals("PALETTE COLOR")) {
            checkColors();
            return PaletteFrames.of(attributes.header(), frame);
        }
        StoredValues values = StoredValues.of(attributes.header(), frame);
        if (format.bitsAllocated() == Long.SIZE && !values.isFloating()) {
            throw new RenderException(Reason.UNSUPPORTED_PIXELS, "integers of 64 bits");
        }
        PixelPadding padding = PixelPadding.of(attributes.header(), values);
        PixelMatrix grey = pipeline(values, padding).apply(values);
        if (state.isPresent() && state.get().isPseudoColor()) {
            checkColors();
            return Palette.of(state.get().attributes(), false).apply(grey);
        }
        return grey;
    }

    /** A pixel of a bit becomes three bytes. */
    private void checkColors() throws RenderException {
        FrameFormat format = frame.format();
        if ((long) format.rows() * format.columns() > Integer.MAX_VALUE / PixelMatrix.COLOR) {
            throw new RenderException(Reason.TOO_LARGE, "colours of more pixels than fit into memory");
        }
    }

    private GreyPipeline pipeline(StoredValues values, PixelPadding padding) throws RenderException {
        if (state.isPresent()) {
            return ofState(state.get(), values, padding);
        }
        DoubleUnaryOperator modality = ModalityTransform.of(attributes.modality());
        Optional<DoubleUnaryOperator> wanted =
                window.isPresent() ? window.map(each -> each::apply) : VoiTransform.of(attributes.valuesOfInterest());
        DoubleUnaryOperator valuesOfInterest =
                wanted.isPresent() ? wanted.get() : AutomaticWindow.ofFrame(values, modality, padding)::apply;
        DoubleUnaryOperator presentation = PresentationTransform.ofImage(
                attributes.header(), frame.format().photometricInterpretation());
        return new GreyPipeline(modality, valuesOfInterest, presentation, padding);
    }

    /** PS3.4 N.2.1: what the state does not have is the identity, whatever the image has. */
    private GreyPipeline ofState(PresentationState presentationState, StoredValues values, PixelPadding padding)
            throws RenderException {
        Attributes own = presentationState.attributes();
        DoubleUnaryOperator modality = ModalityTransform.of(own);
        Optional<DoubleUnaryOperator> wanted = window.map(each -> each::apply);
        Optional<Attributes> item = presentationState.valuesOfInterest();
        if (wanted.isEmpty() && item.isPresent()) {
            wanted = VoiTransform.of(item.get());
        }
        DoubleUnaryOperator valuesOfInterest =
                wanted.isPresent() ? wanted.get() : AutomaticWindow.ofAllValues(values, modality)::apply;
        return new GreyPipeline(modality, valuesOfInterest, PresentationTransform.ofState(own), padding);
    }
}
