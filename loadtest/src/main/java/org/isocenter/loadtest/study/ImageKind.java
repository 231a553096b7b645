/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isocenter.dicom.data.UID;
import org.isocenter.testkit.SyntheticKind;

/** What the instances of invented studies are. */
public enum ImageKind {
    /** CT, 512 x 512. */
    CT(SyntheticKind.CT, 1),
    /** MR, 256 x 256. */
    MR(SyntheticKind.MR, 1),
    /** Computed radiography, 2048 x 1760. */
    CR(SyntheticKind.CR, 1),
    /** Digital mammography, 2294 x 1914. */
    MG(SyntheticKind.MG, 1),
    /** Ultrasound clips of 40 frames of 480 x 640, RGB. */
    US_MULTIFRAME(SyntheticKind.US_MULTIFRAME, 40),
    /** Enhanced CT of 2,000 frames of 512 x 512. */
    ENHANCED_CT(SyntheticKind.ENHANCED_CT, 2000),
    /** Whole slide microscopy of 10,000 tiles of 256 x 256, JPEG. */
    WSI(null, 10_000);

    private static final int WSI_TILE = 256;

    private final SyntheticKind synthetic;
    private final int frames;

    ImageKind(SyntheticKind synthetic, int frames) {
        this.synthetic = synthetic;
        this.frames = frames;
    }

    /** What it is called in a scenario. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ImageKind::label).toList();
    }

    /** SOP Class UID. */
    public String sopClassUid() {
        return this == WSI ? UID.VLWholeSlideMicroscopyImageStorage : synthetic.sopClassUid();
    }

    /** Modality. */
    public String modality() {
        return this == WSI ? "SM" : synthetic.modality();
    }

    /** Transfer syntax in which they are encoded. */
    public String transferSyntaxUid() {
        return this == WSI ? UID.JPEGBaseline8Bit : UID.ExplicitVRLittleEndian;
    }

    /** Usual rows. */
    public int rows() {
        return this == WSI ? WSI_TILE : synthetic.rows();
    }

    /** Usual columns. */
    public int columns() {
        return this == WSI ? WSI_TILE : synthetic.columns();
    }

    /** Usual frames. */
    public int frames() {
        return frames;
    }

    /** Whether an instance has several frames. */
    public boolean isMultiframe() {
        return frames > 1;
    }

    /** The kind of the test kit that makes elements and native pixels; null for WSI. */
    SyntheticKind synthetic() {
        return synthetic;
    }
}
