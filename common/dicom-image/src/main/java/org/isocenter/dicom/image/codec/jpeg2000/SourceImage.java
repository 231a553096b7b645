/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Makes the opj_image_t of a frame. */
final class SourceImage {

    private static final int COLOUR_SPACE_RGB = 1;
    private static final int COLOUR_SPACE_GREY = 2;

    private SourceImage() {}

    /** The caller destroys it. */
    static Pointer create(OpenJpeg openJpeg, SampleReader samples) throws CodestreamException {
        FrameFormat format = samples.format();
        Pointer image;
        try (Memory parameters = new Memory(OpenJpegLayout.COMPONENT_PARAMETERS * format.samplesPerPixel())) {
            parameters.clear();
            for (int component = 0; component < format.samplesPerPixel(); component++) {
                describe(parameters.share(component * OpenJpegLayout.COMPONENT_PARAMETERS), format);
            }
            int colourSpace = format.samplesPerPixel() < 3 ? COLOUR_SPACE_GREY : COLOUR_SPACE_RGB;
            image = openJpeg.imageCreate(format.samplesPerPixel(), parameters, colourSpace);
        }
        if (image == null) {
            throw new CodestreamException("no memory for a JPEG 2000 image");
        }
        try {
            fill(image, samples);
            return image;
        } catch (CodestreamException e) {
            openJpeg.imageDestroy(image);
            throw e;
        }
    }

    private static void describe(Pointer component, FrameFormat format) {
        component.setInt(OpenJpegLayout.PARAMETER_DX, 1);
        component.setInt(OpenJpegLayout.PARAMETER_DY, 1);
        component.setInt(OpenJpegLayout.PARAMETER_WIDTH, format.columns());
        component.setInt(OpenJpegLayout.PARAMETER_HEIGHT, format.rows());
        component.setInt(OpenJpegLayout.PARAMETER_PRECISION, format.bitsStored());
        component.setInt(OpenJpegLayout.PARAMETER_BITS, format.bitsStored());
        component.setInt(OpenJpegLayout.PARAMETER_SIGNED, format.signed() ? 1 : 0);
    }

    private static void fill(Pointer image, SampleReader samples) throws CodestreamException {
        FrameFormat format = samples.format();
        image.setInt(OpenJpegLayout.IMAGE_X1, format.columns());
        image.setInt(OpenJpegLayout.IMAGE_Y1, format.rows());
        int[] row = new int[format.columns()];
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            Pointer values = image.getPointer(OpenJpegLayout.IMAGE_COMPONENT_ARRAY)
                    .share(component * OpenJpegLayout.COMPONENT)
                    .getPointer(OpenJpegLayout.COMPONENT_DATA);
            for (int y = 0; y < format.rows(); y++) {
                samples.read(component, y, row);
                values.write((long) y * row.length * Integer.BYTES, row, 0, row.length);
            }
        }
    }
}
