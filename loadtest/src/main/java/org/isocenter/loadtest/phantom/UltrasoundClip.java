/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;

/** The heart as one ultrasound multi-frame image (PS3.3 A.7). */
final class UltrasoundClip {

    private static final int ROWS = 320;
    private static final int COLUMNS = 400;
    private static final int FRAMES = 24;
    private static final double FRAME_TIME = 40;

    private final PhantomStudy study;

    UltrasoundClip(PhantomStudy study) {
        this.study = study;
    }

    Attributes instance() {
        Attributes clip = study.instance(UID.UltrasoundMultiFrameImageStorage, "US", 1, "Four chambers", 1);
        clip.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "", "0001");
        clip.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
        clip.setDouble(Tag.FrameTime, VR.DS, FRAME_TIME);
        clip.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
        clip.setInt(Tag.RecommendedDisplayFrameRate, VR.IS, 25);
        clip.setString(Tag.LossyImageCompression, VR.CS, "00");
        clip.setInt(Tag.SamplesPerPixel, VR.US, 1);
        clip.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        clip.setInt(Tag.Rows, VR.US, ROWS);
        clip.setInt(Tag.Columns, VR.US, COLUMNS);
        clip.setInt(Tag.BitsAllocated, VR.US, 8);
        clip.setInt(Tag.BitsStored, VR.US, 8);
        clip.setInt(Tag.HighBit, VR.US, 7);
        clip.setInt(Tag.PixelRepresentation, VR.US, 0);
        clip.setBytes(Tag.PixelData, VR.OB, new HeartClip(ROWS, COLUMNS, FRAMES).pixels());
        return clip;
    }
}
