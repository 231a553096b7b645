/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import org.isocenter.dicom.data.UID;

/** The kinds of instances that synthetic studies are made of, with their usual geometry. */
public enum SyntheticKind {
    /** CT, 512 x 512, 12 of 16 bits signed. */
    CT(UID.CTImageStorage, "CT", 512, 512, 12, false),
    /** MR, 256 x 256, 12 of 16 bits. */
    MR(UID.MRImageStorage, "MR", 256, 256, 12, false),
    /** Computed radiography, 2048 x 1760, 12 of 16 bits. */
    CR(UID.ComputedRadiographyImageStorage, "CR", 2048, 1760, 12, false),
    /** Digital mammography, 2294 x 1914, 12 of 16 bits. */
    MG(UID.DigitalMammographyXRayImageStorageForPresentation, "MG", 2294, 1914, 12, false),
    /** Ultrasound multi-frame, 480 x 640, RGB of 8 bits. */
    US_MULTIFRAME(UID.UltrasoundMultiFrameImageStorage, "US", 480, 640, 8, true),
    /** Enhanced CT, 512 x 512, 12 of 16 bits, functional groups per frame. */
    ENHANCED_CT(UID.EnhancedCTImageStorage, "CT", 512, 512, 12, true),
    /** Basic text structured report, without pixels. */
    SR(UID.BasicTextSRStorage, "SR", 0, 0, 0, false);

    private final String sopClassUid;
    private final String modality;
    private final int rows;
    private final int columns;
    private final int bitsStored;
    private final boolean multiframe;

    SyntheticKind(String sopClassUid, String modality, int rows, int columns, int bitsStored, boolean multiframe) {
        this.sopClassUid = sopClassUid;
        this.modality = modality;
        this.rows = rows;
        this.columns = columns;
        this.bitsStored = bitsStored;
        this.multiframe = multiframe;
    }

    /** Returns the SOP Class UID. */
    public String sopClassUid() {
        return sopClassUid;
    }

    /** Returns the value of Modality. */
    public String modality() {
        return modality;
    }

    /** Returns the usual number of rows, 0 if there are no pixels. */
    public int rows() {
        return rows;
    }

    /** Returns the usual number of columns, 0 if there are no pixels. */
    public int columns() {
        return columns;
    }

    /** Whether the slices are the frames of one instance. */
    public boolean isMultiframe() {
        return multiframe;
    }

    /** Whether instances have pixels. */
    public boolean hasPixels() {
        return rows > 0;
    }

    int bitsStored() {
        return bitsStored;
    }

    int bitsAllocated() {
        return bitsStored > 8 ? 16 : 8;
    }

    int samplesPerPixel() {
        return this == US_MULTIFRAME ? 3 : 1;
    }

    /** CT values are signed. */
    boolean isSigned() {
        return this == CT || this == ENHANCED_CT;
    }
}
