/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

import com.sun.jna.Pointer;

/** Copies the samples of an opj_image_t. */
final class DecodedImage {

    private DecodedImage() {}

    /**
     * The frame of an image; one sample after the other of each pixel.
     *
     * @throws CodestreamException if the image is not of that format
     */
    static Frame copy(Pointer image, FrameFormat format) throws CodestreamException {
        if (image.getInt(OpenJpegLayout.IMAGE_COMPONENTS) != format.samplesPerPixel()) {
            throw new CodestreamException("a decoded JPEG 2000 image of other components than its header says");
        }
        byte[] samples = new byte[format.length()];
        for (int component = 0; component < format.samplesPerPixel(); component++) {
            Pointer values =
                    image.getPointer(OpenJpegLayout.IMAGE_COMPONENT_ARRAY).share(component * OpenJpegLayout.COMPONENT);
            copy(values, format, component, samples);
        }
        return new Frame(format, samples);
    }

    private static void copy(Pointer component, FrameFormat format, int index, byte[] samples)
            throws CodestreamException {
        Pointer values = component.getPointer(OpenJpegLayout.COMPONENT_DATA);
        if (values == null
                || component.getInt(OpenJpegLayout.COMPONENT_WIDTH) != format.columns()
                || component.getInt(OpenJpegLayout.COMPONENT_HEIGHT) != format.rows()) {
            throw new CodestreamException("a decoded JPEG 2000 image of another extent than its header says");
        }
        int cell = format.bitsAllocated() / Byte.SIZE;
        int unused = Integer.SIZE - format.bitsStored();
        int stride = cell * format.samplesPerPixel();
        int[] row = new int[format.columns()];
        int position = index * cell;
        for (int y = 0; y < format.rows(); y++) {
            values.read((long) y * row.length * Integer.BYTES, row, 0, row.length);
            for (int value : row) {
                // the sign that is described, whatever that of the codestream
                int bits = value << unused;
                put(samples, position, cell, format.signed() ? bits >> unused : bits >>> unused);
                position += stride;
            }
        }
    }

    /** Little endian; the sign goes on to the end of the cell. */
    private static void put(byte[] samples, int position, int cell, int value) {
        samples[position] = (byte) value;
        for (int index = 1; index < cell; index++) {
            samples[position + index] = (byte) (index < Integer.BYTES ? value >> index * Byte.SIZE : value >> 31);
        }
    }
}
