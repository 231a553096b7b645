/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.time.LocalDateTime;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.value.DicomDate;
import org.isocenter.dicom.value.DicomTime;

/** Builds one instance of a synthetic study. */
final class SyntheticInstance {

    private static final double SLICE_THICKNESS = 1.25;

    private final SyntheticStudy study;
    private final SyntheticKind kind;
    private final int seriesIndex;
    private final int instanceIndex;
    private final Attributes attributes = new Attributes();

    SyntheticInstance(SyntheticStudy study, int seriesIndex, int instanceIndex) {
        this.study = study;
        this.kind = study.kind();
        this.seriesIndex = seriesIndex;
        this.instanceIndex = instanceIndex;
    }

    Attributes build() {
        study.patient().writeTo(attributes);
        generalStudy();
        generalSeries();
        sopCommon();
        if (kind == SyntheticKind.SR) {
            SyntheticReport.writeTo(attributes);
        } else {
            imagePlane();
            pixels();
        }
        if (kind == SyntheticKind.ENHANCED_CT) {
            SyntheticFunctionalGroups.writeTo(attributes, study.slices(), SLICE_THICKNESS);
        }
        return attributes;
    }

    private void generalStudy() {
        LocalDateTime begin = study.studyDateTime();
        attributes.setString(Tag.StudyInstanceUID, VR.UI, study.studyInstanceUid());
        attributes.setString(Tag.StudyDate, VR.DA, DicomDate.format(begin.toLocalDate()));
        attributes.setString(Tag.StudyTime, VR.TM, DicomTime.format(begin.toLocalTime()));
        attributes.setString(Tag.AccessionNumber, VR.SH, study.accessionNumber());
        attributes.setString(Tag.StudyID, VR.SH, Long.toString(Math.floorMod(study.seed(), 10_000L)));
        attributes.setString(Tag.StudyDescription, VR.LO, kind.modality() + " EXAMINATION");
        attributes.setString(Tag.ReferringPhysicianName, VR.PN, "Referrer^Robin");
        attributes.setString(Tag.InstitutionName, VR.LO, "Testkit Hospital");
        attributes.setString(Tag.Manufacturer, VR.LO, "Isocenter testkit");
    }

    private void generalSeries() {
        LocalDateTime begin = study.studyDateTime().plusMinutes(seriesIndex);
        attributes.setString(Tag.SeriesInstanceUID, VR.UI, study.seriesInstanceUid(seriesIndex));
        attributes.setString(Tag.Modality, VR.CS, kind.modality());
        attributes.setInt(Tag.SeriesNumber, VR.IS, seriesIndex + 1);
        attributes.setString(Tag.SeriesDescription, VR.LO, kind + " series " + (seriesIndex + 1));
        attributes.setString(Tag.SeriesDate, VR.DA, DicomDate.format(begin.toLocalDate()));
        attributes.setString(Tag.SeriesTime, VR.TM, DicomTime.format(begin.toLocalTime()));
        attributes.setString(Tag.BodyPartExamined, VR.CS, kind == SyntheticKind.MG ? "BREAST" : "CHEST");
        attributes.setString(Tag.StationName, VR.SH, "TESTKIT" + (seriesIndex + 1));
    }

    private void sopCommon() {
        LocalDateTime taken = study.studyDateTime().plusMinutes(seriesIndex).plusNanos(instanceIndex * 100_000_000L);
        attributes.setString(Tag.SOPClassUID, VR.UI, kind.sopClassUid());
        attributes.setString(Tag.SOPInstanceUID, VR.UI, study.sopInstanceUid(seriesIndex, instanceIndex));
        attributes.setInt(Tag.InstanceNumber, VR.IS, instanceIndex + 1);
        attributes.setString(Tag.ContentDate, VR.DA, DicomDate.format(taken.toLocalDate()));
        attributes.setString(Tag.ContentTime, VR.TM, DicomTime.format(taken.toLocalTime()));
    }

    private void imagePlane() {
        attributes.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        attributes.setString(Tag.FrameOfReferenceUID, VR.UI, study.uid("frame"));
        if (kind == SyntheticKind.CT || kind == SyntheticKind.MR) {
            attributes.setDouble(Tag.SliceThickness, VR.DS, SLICE_THICKNESS);
            attributes.setDouble(Tag.PixelSpacing, VR.DS, 0.75, 0.75);
            attributes.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
            attributes.setDouble(Tag.ImagePositionPatient, VR.DS, -192, -192, instanceIndex * SLICE_THICKNESS);
            attributes.setDouble(Tag.SliceLocation, VR.DS, instanceIndex * SLICE_THICKNESS);
        }
        if (kind == SyntheticKind.CT) {
            attributes.setDouble(Tag.KVP, VR.DS, 120);
            attributes.setDouble(Tag.RescaleIntercept, VR.DS, 0);
            attributes.setDouble(Tag.RescaleSlope, VR.DS, 1);
            attributes.setString(Tag.RescaleType, VR.LO, "HU");
        } else if (kind == SyntheticKind.MR) {
            attributes.setString(Tag.ScanningSequence, VR.CS, "SE");
            attributes.setDouble(Tag.RepetitionTime, VR.DS, 500);
            attributes.setDouble(Tag.EchoTime, VR.DS, 12.5);
        } else if (kind == SyntheticKind.MG) {
            attributes.setString(Tag.ImageLaterality, VR.CS, instanceIndex % 2 == 0 ? "L" : "R");
            attributes.setString(Tag.ViewPosition, VR.CS, instanceIndex % 4 < 2 ? "CC" : "MLO");
        }
    }

    private void pixels() {
        boolean color = kind.samplesPerPixel() == 3;
        int frames = kind.isMultiframe() ? study.slices() : 1;
        attributes.setInt(Tag.SamplesPerPixel, VR.US, kind.samplesPerPixel());
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, color ? "RGB" : "MONOCHROME2");
        attributes.setInt(Tag.Rows, VR.US, study.rows());
        attributes.setInt(Tag.Columns, VR.US, study.columns());
        attributes.setInt(Tag.BitsAllocated, VR.US, kind.bitsAllocated());
        attributes.setInt(Tag.BitsStored, VR.US, kind.bitsStored());
        attributes.setInt(Tag.HighBit, VR.US, kind.bitsStored() - 1);
        attributes.setInt(Tag.PixelRepresentation, VR.US, kind.isSigned() ? 1 : 0);
        if (color) {
            attributes.setInt(Tag.PlanarConfiguration, VR.US, 0);
        } else {
            attributes.setDouble(Tag.WindowCenter, VR.DS, kind.isSigned() ? 40 : 2048);
            attributes.setDouble(Tag.WindowWidth, VR.DS, kind.isSigned() ? 400 : 4096);
        }
        if (kind.isMultiframe()) {
            attributes.setInt(Tag.NumberOfFrames, VR.IS, frames);
        }
        if (kind == SyntheticKind.US_MULTIFRAME) {
            attributes.setDouble(Tag.FrameTime, VR.DS, 40);
            attributes.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
        }
        byte[] pixels = SyntheticPixels.of(
                kind,
                study.rows(),
                study.columns(),
                kind.isMultiframe() ? 0 : instanceIndex,
                frames,
                study.seed() * 31 + seriesIndex);
        attributes.setBytes(Tag.PixelData, kind.bitsAllocated() > 8 ? VR.OW : VR.OB, pixels);
    }
}
