/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;

/** A series of axial images of a phantom, one instance a slice, 16 bits a pixel. */
final class SliceSeries {

    static final int SERIES = 1;

    private final PhantomStudy study;
    private final Phantom phantom;
    private final Grid grid;

    SliceSeries(PhantomStudy study, Phantom phantom, Grid grid) {
        this.study = study;
        this.phantom = phantom;
        this.grid = grid;
    }

    /** CT images in Hounsfield units; Instance Number 1 is the lowest slice. */
    List<Attributes> ct() {
        List<Attributes> images = new ArrayList<>();
        for (int slice = 0; slice < grid.slices(); slice++) {
            Attributes image = study.instance(UID.CTImageStorage, "CT", SERIES, "Thorax 5 mm", slice + 1);
            image.setString(Tag.BodyPartExamined, VR.CS, "CHEST");
            image.setDouble(Tag.KVP, VR.DS, 120);
            image.setDouble(Tag.RescaleIntercept, VR.DS, 0);
            image.setDouble(Tag.RescaleSlope, VR.DS, 1);
            image.setString(Tag.RescaleType, VR.LO, "HU");
            image.setDouble(Tag.WindowCenter, VR.DS, 40);
            image.setDouble(Tag.WindowWidth, VR.DS, 400);
            pixels(image, slice, 14, 1);
            images.add(image);
        }
        return images;
    }

    /** MR images. */
    List<Attributes> mr() {
        List<Attributes> images = new ArrayList<>();
        for (int slice = 0; slice < grid.slices(); slice++) {
            Attributes image = study.instance(UID.MRImageStorage, "MR", SERIES, "T1 axial", slice + 1);
            image.setString(Tag.BodyPartExamined, VR.CS, "HEAD");
            image.setString(Tag.ScanningSequence, VR.CS, "SE");
            image.setString(Tag.SequenceVariant, VR.CS, "NONE");
            image.setNull(Tag.ScanOptions, VR.CS);
            image.setString(Tag.MRAcquisitionType, VR.CS, "2D");
            image.setDouble(Tag.RepetitionTime, VR.DS, 500);
            image.setDouble(Tag.EchoTime, VR.DS, 12);
            image.setDouble(Tag.WindowCenter, VR.DS, 450);
            image.setDouble(Tag.WindowWidth, VR.DS, 900);
            pixels(image, slice, 12, 0);
            images.add(image);
        }
        return images;
    }

    private void pixels(Attributes image, int slice, int noise, int pixelRepresentation) {
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        image.setString(Tag.FrameOfReferenceUID, VR.UI, study.frameOfReferenceUid());
        image.setNull(Tag.PositionReferenceIndicator, VR.LO);
        image.setString(Tag.PatientPosition, VR.CS, "HFS");
        image.setInt(Tag.AcquisitionNumber, VR.IS, 1);
        grid.writeMeasures(image);
        grid.writeOrientation(image);
        grid.writePosition(image, slice);
        image.setDouble(Tag.SliceLocation, VR.DS, grid.z(slice));
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, grid.rows());
        image.setInt(Tag.Columns, VR.US, grid.columns());
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 16);
        image.setInt(Tag.HighBit, VR.US, 15);
        image.setInt(Tag.PixelRepresentation, VR.US, pixelRepresentation);
        int[] values = phantom.slice(grid, slice, noise);
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            int value = pixelRepresentation == 1 ? Math.max(-1024, values[i]) : Math.max(0, values[i]);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        image.setBytes(Tag.PixelData, VR.OW, bytes);
    }
}
