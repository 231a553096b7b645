/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Elements of a whole slide microscopy image (PS3.3 A.32.8) of tiles in full rows. */
final class WholeSlide {

    private static final double MICRONS = 0.00025;

    private WholeSlide() {}

    static void writeTo(Attributes attributes, StudyShape shape) {
        int across = (int) Math.ceil(Math.sqrt(shape.frames()));
        int down = (shape.frames() + across - 1) / across;
        attributes.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "VOLUME", "NONE");
        attributes.setInt(Tag.SamplesPerPixel, VR.US, 3);
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
        attributes.setInt(Tag.PlanarConfiguration, VR.US, 0);
        attributes.setInt(Tag.BitsAllocated, VR.US, 8);
        attributes.setInt(Tag.BitsStored, VR.US, 8);
        attributes.setInt(Tag.HighBit, VR.US, 7);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
        attributes.setString(Tag.LossyImageCompression, VR.CS, "01");
        attributes.setString(Tag.LossyImageCompressionMethod, VR.CS, "ISO_10918_1");
        attributes.setDouble(Tag.LossyImageCompressionRatio, VR.DS, 12);
        attributes.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        attributes.setString(Tag.SpecimenLabelInImage, VR.CS, "NO");
        attributes.setString(Tag.VolumetricProperties, VR.CS, "VOLUME");
        attributes.setString(Tag.DimensionOrganizationType, VR.CS, "TILED_FULL");
        attributes.setString(Tag.ContainerIdentifier, VR.LO, "SLIDE-1");
        attributes.setInt(Tag.TotalPixelMatrixColumns, VR.UL, across * shape.columns());
        attributes.setInt(Tag.TotalPixelMatrixRows, VR.UL, down * shape.rows());
        attributes.setDouble(Tag.ImagedVolumeWidth, VR.FL, across * shape.columns() * MICRONS);
        attributes.setDouble(Tag.ImagedVolumeHeight, VR.FL, down * shape.rows() * MICRONS);
        Attributes measures = new Attributes();
        measures.setDouble(Tag.PixelSpacing, VR.DS, MICRONS, MICRONS);
        Attributes shared = new Attributes();
        shared.newSequence(Tag.PixelMeasuresSequence).add(measures);
        attributes.newSequence(Tag.SharedFunctionalGroupsSequence).add(shared);
        for (int tag : new int[] {
            Tag.WindowCenter, Tag.WindowWidth, Tag.KVP, Tag.SliceLocation, Tag.ImagePositionPatient,
            Tag.ImageOrientationPatient, Tag.RescaleIntercept, Tag.RescaleSlope, Tag.RescaleType, Tag.BodyPartExamined
        }) {
            attributes.remove(tag);
        }
    }
}
