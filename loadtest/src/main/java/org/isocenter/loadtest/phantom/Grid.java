/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * Where the pixels of axial slices are. Multiples of eight pixels, so that masks of frames end with a byte.
 *
 * @param rows of a slice
 * @param columns of a slice
 * @param slices from the feet up
 * @param spacing of pixels, mm
 * @param thickness of slices, mm
 */
record Grid(int rows, int columns, int slices, double spacing, double thickness) {

    double x(int column) {
        return (column - (columns - 1) / 2.0) * spacing;
    }

    double y(int row) {
        return (row - (rows - 1) / 2.0) * spacing;
    }

    double z(int slice) {
        return slice * thickness;
    }

    void writePosition(Attributes attributes, int slice) {
        attributes.setDouble(Tag.ImagePositionPatient, VR.DS, x(0), y(0), z(slice));
    }

    void writeOrientation(Attributes attributes) {
        attributes.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    }

    void writeMeasures(Attributes attributes) {
        attributes.setDouble(Tag.PixelSpacing, VR.DS, spacing, spacing);
        attributes.setDouble(Tag.SliceThickness, VR.DS, thickness);
        attributes.setDouble(Tag.SpacingBetweenSlices, VR.DS, thickness);
    }
}
