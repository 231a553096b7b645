/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.util.LinkedHashMap;
import java.util.Map;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** What stands above a report: of whom, of which study, how final. */
final class ReportBanner {

    private ReportBanner() {}

    /** Labels and values in their order; what is not known is left out. */
    static Map<String, String> of(Attributes report) {
        Map<String, String> rows = new LinkedHashMap<>();
        put(rows, "Patient", ReportText.name(report.getString(Tag.PatientName, "")));
        put(rows, "Patient ID", report.getString(Tag.PatientID, ""));
        put(rows, "Born", ReportText.date(report.getString(Tag.PatientBirthDate, "")));
        put(rows, "Sex", report.getString(Tag.PatientSex, ""));
        put(rows, "Accession number", report.getString(Tag.AccessionNumber, ""));
        put(rows, "Study", when(report, Tag.StudyDate, Tag.StudyTime));
        put(rows, "Description", report.getString(Tag.StudyDescription, ""));
        put(rows, "Referring physician", ReportText.name(report.getString(Tag.ReferringPhysicianName, "")));
        put(rows, "Written", when(report, Tag.ContentDate, Tag.ContentTime));
        put(rows, "Completion", report.getString(Tag.CompletionFlag, ""));
        put(rows, "Verification", report.getString(Tag.VerificationFlag, ""));
        Attributes observer = report.getNested(Tag.VerifyingObserverSequence);
        if (observer != null) {
            String name = ReportText.name(observer.getString(Tag.VerifyingObserverName, ""));
            String date = ReportText.dateTime(observer.getString(Tag.VerificationDateTime, ""));
            put(rows, "Verified by", name + " " + date);
        }
        return rows;
    }

    private static String when(Attributes report, int date, int time) {
        return ReportText.date(report.getString(date, "")) + " " + ReportText.time(report.getString(time, ""));
    }

    private static void put(Map<String, String> rows, String label, String value) {
        if (!value.isBlank()) {
            rows.put(label, value.strip());
        }
    }
}
