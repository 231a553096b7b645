/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;

/** A report of measurements (PS3.16 TID 1500) of the CT series: the two diameters of the nodule. */
final class MeasurementReport {

    static final int SERIES = 3;

    private static final Code LENGTH = Code.sct("410668003", "Length");
    private static final Code MILLIMETRE = new Code("mm", "UCUM", "millimeter");

    private final PhantomStudy study;
    private final Grid grid;

    MeasurementReport(PhantomStudy study, Grid grid) {
        this.study = study;
        this.grid = grid;
    }

    Attributes instance() {
        Attributes attributes = study.instance(UID.ComprehensiveSRStorage, "SR", SERIES, "Measurements", 1);
        attributes.setNull(Tag.ReferencedPerformedProcedureStepSequence, VR.SQ);
        attributes.setNull(Tag.PerformedProcedureCodeSequence, VR.SQ);
        attributes.setString(Tag.CompletionFlag, VR.CS, "COMPLETE");
        attributes.setString(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
        evidence(attributes);
        ContentItem root = ContentItem.root(attributes, Code.dcm("126000", "Imaging Measurement Report"));
        root.template("1500");
        root.code("HAS CONCEPT MOD", Code.dcm("121049", "Language of Content Item and Descendants"), english());
        root.person("HAS OBS CONTEXT", Code.dcm("121008", "Person Observer Name"), "Phantom^Observer");
        root.code(
                "HAS CONCEPT MOD",
                Code.dcm("121058", "Procedure Reported"),
                Code.sct("169069000", "Computed tomography of chest"));
        ContentItem library = root.container(Code.dcm("111028", "Image Library"))
                .container(Code.dcm("126200", "Image Library Group"));
        library.image("CONTAINS", image());
        ContentItem measurements = root.container(Code.dcm("126010", "Imaging Measurements"));
        double[] middle = middle();
        Ellipsoid nodule = Thorax.NODULE_SHAPE;
        double alongX = nodule.radiusX() / grid.spacing();
        double alongY = nodule.radiusY() / grid.spacing();
        diameter(measurements, "Nodule, across", middle[0] - alongX, middle[1], middle[0] + alongX, middle[1]);
        diameter(measurements, "Nodule, front to back", middle[0], middle[1] - alongY, middle[0], middle[1] + alongY);
        return attributes;
    }

    private static Code english() {
        return new Code("eng", "RFC5646", "English");
    }

    private void diameter(ContentItem measurements, String what, double... line) {
        ContentItem group = measurements.container(Code.dcm("125007", "Measurement Group"));
        group.text("HAS OBS CONTEXT", Code.dcm("112039", "Tracking Identifier"), what);
        group.uid("HAS OBS CONTEXT", Code.dcm("112040", "Tracking Unique Identifier"), study.uid(what));
        group.code("CONTAINS", Code.dcm("121071", "Finding"), Code.sct("27925004", "Nodule"));
        double length = Math.hypot(line[2] - line[0], line[3] - line[1]) * grid.spacing();
        group.number(LENGTH, Math.round(length * 10) / 10.0, MILLIMETRE)
                .line(line)
                .image("SELECTED FROM", image());
    }

    /** The middle of the nodule in columns and rows. */
    private double[] middle() {
        return new double[] {
            (Thorax.NODULE_SHAPE.centerX() - grid.x(0)) / grid.spacing() + 0.5,
            (Thorax.NODULE_SHAPE.centerY() - grid.y(0)) / grid.spacing() + 0.5
        };
    }

    private Attributes image() {
        int slice = (int) Math.round(Thorax.NODULE_SHAPE.centerZ() / grid.thickness());
        return study.reference(UID.CTImageStorage, SliceSeries.SERIES, slice + 1);
    }

    private void evidence(Attributes attributes) {
        Attributes evidence = new Attributes();
        evidence.setString(Tag.StudyInstanceUID, VR.UI, attributes.getString(Tag.StudyInstanceUID));
        Sequence series = evidence.newSequence(Tag.ReferencedSeriesSequence);
        Attributes item = new Attributes();
        item.setString(Tag.SeriesInstanceUID, VR.UI, study.seriesInstanceUid(SliceSeries.SERIES));
        item.newSequence(Tag.ReferencedSOPSequence).add(image());
        series.add(item);
        attributes.newSequence(Tag.CurrentRequestedProcedureEvidenceSequence).add(evidence);
    }
}
