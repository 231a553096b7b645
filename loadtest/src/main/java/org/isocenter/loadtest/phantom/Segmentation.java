/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;

/** A binary segmentation (PS3.3 A.51) of the CT series: both lungs and the nodule. */
final class Segmentation {

    static final int SERIES = 2;

    private static final Code ORGAN = Code.sct("123037004", "Anatomical Structure");
    private static final Code ABNORMAL = Code.sct("49755003", "Morphologically Abnormal Structure");
    private static final List<Segment> SEGMENTS = List.of(
            new Segment(1, Thorax.RIGHT_LUNG, ORGAN, Code.sct("3341006", "Right lung"), 40000, 40000, 18000),
            new Segment(2, Thorax.LEFT_LUNG, ORGAN, Code.sct("44029006", "Left lung"), 45000, 22000, 40000),
            new Segment(3, Thorax.NODULE, ABNORMAL, Code.sct("27925004", "Nodule"), 40000, 52000, 46000));

    private final PhantomStudy study;
    private final Phantom phantom;
    private final Grid grid;

    /** The colour is a CIELab value (PS3.3 C.10.7.1.1). */
    private record Segment(int number, String label, Code category, Code type, int... cielab) {}

    /** Frames are left out where there is nothing of a segment. */
    private record Frame(Segment segment, int slice, byte[] mask) {}

    Segmentation(PhantomStudy study, Phantom phantom, Grid grid) {
        this.study = study;
        this.phantom = phantom;
        this.grid = grid;
    }

    Attributes instance() {
        List<Frame> frames = frames();
        Attributes attributes = study.instance(UID.SegmentationStorage, "SEG", SERIES, "Lungs and nodule", 1);
        attributes.setString(Tag.FrameOfReferenceUID, VR.UI, study.frameOfReferenceUid());
        attributes.setNull(Tag.PositionReferenceIndicator, VR.LO);
        attributes.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY");
        attributes.setString(Tag.ContentLabel, VR.CS, "THORAX");
        attributes.setString(Tag.ContentDescription, VR.LO, "Lungs and nodule of the phantom");
        attributes.setString(Tag.ContentCreatorName, VR.PN, "Phantom");
        attributes.setString(Tag.SegmentationType, VR.CS, "BINARY");
        attributes.setString(Tag.LossyImageCompression, VR.CS, "00");
        segments(attributes);
        references(attributes);
        dimensions(attributes);
        shared(attributes);
        Sequence groups = attributes.newSequence(Tag.PerFrameFunctionalGroupsSequence);
        frames.forEach(frame -> groups.add(group(frame)));
        pixels(attributes, frames);
        return attributes;
    }

    private List<Frame> frames() {
        List<String[]> labels = IntStream.range(0, grid.slices())
                .mapToObj(slice -> phantom.labels(grid, slice))
                .toList();
        List<Frame> frames = new ArrayList<>();
        for (Segment segment : SEGMENTS) {
            for (int slice = 0; slice < grid.slices(); slice++) {
                if (Arrays.asList(labels.get(slice)).contains(segment.label())) {
                    frames.add(new Frame(segment, slice, mask(labels.get(slice), segment.label())));
                }
            }
        }
        return frames;
    }

    /** One bit a pixel, the first lowest (PS3.5 8.1.1); whole bytes. */
    private static byte[] mask(String[] labels, String label) {
        byte[] bits = new byte[(labels.length + 7) / 8];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals(label)) {
                bits[i / 8] |= (byte) (1 << (i % 8));
            }
        }
        return bits;
    }

    private static void segments(Attributes attributes) {
        Sequence sequence = attributes.newSequence(Tag.SegmentSequence);
        for (Segment segment : SEGMENTS) {
            Attributes item = new Attributes();
            item.setInt(Tag.SegmentNumber, VR.US, segment.number());
            item.setString(Tag.SegmentLabel, VR.LO, segment.label());
            item.setString(Tag.SegmentAlgorithmType, VR.CS, "AUTOMATIC");
            item.setString(Tag.SegmentAlgorithmName, VR.LO, "Phantom");
            segment.category().writeTo(item, Tag.SegmentedPropertyCategoryCodeSequence);
            segment.type().writeTo(item, Tag.SegmentedPropertyTypeCodeSequence);
            item.setInt(Tag.RecommendedDisplayCIELabValue, VR.US, segment.cielab());
            sequence.add(item);
        }
    }

    private void references(Attributes attributes) {
        Attributes series = new Attributes();
        series.setString(Tag.SeriesInstanceUID, VR.UI, study.seriesInstanceUid(SliceSeries.SERIES));
        attributes.newSequence(Tag.ReferencedSeriesSequence).add(series);
        Sequence instances = series.newSequence(Tag.ReferencedInstanceSequence);
        for (int slice = 0; slice < grid.slices(); slice++) {
            instances.add(study.reference(UID.CTImageStorage, SliceSeries.SERIES, slice + 1));
        }
    }

    private void dimensions(Attributes attributes) {
        String organization = study.uid("dimensions");
        Attributes item = new Attributes();
        item.setString(Tag.DimensionOrganizationUID, VR.UI, organization);
        attributes.newSequence(Tag.DimensionOrganizationSequence).add(item);
        Sequence indices = attributes.newSequence(Tag.DimensionIndexSequence);
        indices.add(dimension(organization, Tag.ReferencedSegmentNumber, Tag.SegmentIdentificationSequence));
        indices.add(dimension(organization, Tag.ImagePositionPatient, Tag.PlanePositionSequence));
    }

    private static Attributes dimension(String organization, int pointer, int group) {
        Attributes item = new Attributes();
        item.setString(Tag.DimensionOrganizationUID, VR.UI, organization);
        item.setInt(Tag.DimensionIndexPointer, VR.AT, pointer);
        item.setInt(Tag.FunctionalGroupPointer, VR.AT, group);
        return item;
    }

    private void shared(Attributes attributes) {
        Attributes shared = new Attributes();
        attributes.newSequence(Tag.SharedFunctionalGroupsSequence).add(shared);
        Attributes orientation = new Attributes();
        grid.writeOrientation(orientation);
        shared.newSequence(Tag.PlaneOrientationSequence).add(orientation);
        Attributes measures = new Attributes();
        grid.writeMeasures(measures);
        shared.newSequence(Tag.PixelMeasuresSequence).add(measures);
    }

    private Attributes group(Frame frame) {
        Attributes group = new Attributes();
        Attributes source = study.reference(UID.CTImageStorage, SliceSeries.SERIES, frame.slice() + 1);
        Code.dcm("121322", "Source image for image processing operation")
                .writeTo(source, Tag.PurposeOfReferenceCodeSequence);
        Attributes derivation = new Attributes();
        Code.dcm("113076", "Segmentation").writeTo(derivation, Tag.DerivationCodeSequence);
        derivation.newSequence(Tag.SourceImageSequence).add(source);
        group.newSequence(Tag.DerivationImageSequence).add(derivation);
        Attributes content = new Attributes();
        content.setInt(Tag.DimensionIndexValues, VR.UL, frame.segment().number(), frame.slice() + 1);
        group.newSequence(Tag.FrameContentSequence).add(content);
        Attributes position = new Attributes();
        grid.writePosition(position, frame.slice());
        group.newSequence(Tag.PlanePositionSequence).add(position);
        Attributes identification = new Attributes();
        identification.setInt(
                Tag.ReferencedSegmentNumber, VR.US, frame.segment().number());
        group.newSequence(Tag.SegmentIdentificationSequence).add(identification);
        return group;
    }

    private void pixels(Attributes attributes, List<Frame> frames) {
        attributes.setInt(Tag.NumberOfFrames, VR.IS, frames.size());
        attributes.setInt(Tag.SamplesPerPixel, VR.US, 1);
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        attributes.setInt(Tag.Rows, VR.US, grid.rows());
        attributes.setInt(Tag.Columns, VR.US, grid.columns());
        attributes.setInt(Tag.BitsAllocated, VR.US, 1);
        attributes.setInt(Tag.BitsStored, VR.US, 1);
        attributes.setInt(Tag.HighBit, VR.US, 0);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        frames.forEach(frame -> bits.writeBytes(frame.mask()));
        attributes.setBytes(Tag.PixelData, VR.OB, bits.toByteArray());
    }
}
