/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.report.ReportException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReportTest {

    private static Attributes item(Attributes parent, String valueType, String name) {
        Attributes item = new Attributes();
        if (parent.getSequence(Tag.ContentSequence) == null) {
            parent.newSequence(Tag.ContentSequence);
        }
        parent.getSequence(Tag.ContentSequence).add(item);
        item.setString(Tag.ValueType, valueType);
        code(item, Tag.ConceptNameCodeSequence, "1", name);
        return item;
    }

    private static void code(Attributes holder, int sequence, String value, String meaning) {
        Attributes code = new Attributes();
        holder.newSequence(sequence).add(code);
        code.setString(Tag.CodeValue, value);
        code.setString(Tag.CodeMeaning, meaning);
    }

    private static Attributes report() {
        Attributes report = new Attributes();
        report.setSpecificCharacterSet("ISO_IR 192");
        report.setString(Tag.ValueType, "CONTAINER");
        report.setString(Tag.PatientName, "Doe^Jane=山田^花子");
        report.setString(Tag.PatientBirthDate, "19700102");
        code(report, Tag.ConceptNameCodeSequence, "18748-4", "Imaging report");
        return report;
    }

    private static Attributes measured(Attributes parent) {
        Attributes number = item(parent, "NUM", "Diameter");
        Attributes value = new Attributes();
        number.newSequence(Tag.MeasuredValueSequence).add(value);
        value.setString(Tag.NumericValue, "12.5");
        code(value, Tag.MeasurementUnitsCodeSequence, "mm", "millimeter");
        return number;
    }

    @Test
    void html_findings_headingsValuesAndUnits() throws ReportException {
        Attributes report = report();
        Attributes findings = item(report, "CONTAINER", "Findings");
        item(findings, "TEXT", "Finding").setString(Tag.TextValue, "Näheres: 所見\r\nzweite Zeile");
        measured(findings);

        String html = HtmlReport.of(report);

        assertThat(html)
                .contains("<h1>Imaging report</h1>")
                .contains("<td>Doe, Jane (山田, 花子)</td>")
                .contains("<td>1970-01-02</td>")
                .contains("<h2>Findings</h2>")
                .contains("<b>Finding:</b> Näheres: 所見\nzweite Zeile</p>")
                .contains("<b>Diameter:</b> 12.5 mm</p>");
    }

    @Test
    void html_markupInValues_escaped() throws ReportException {
        Attributes report = report();
        report.setString(Tag.PatientID, "<script>alert(1)</script>");
        code(report, Tag.ConceptNameCodeSequence, "1", "</title><script>x</script>");
        item(report, "TEXT", "<img src=x onerror=y>").setString(Tag.TextValue, "a\u0000\u001b<b>&\"'");

        String html = HtmlReport.of(report);

        assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("a&lt;b&gt;&amp;&quot;&#39;");
        assertThat(html.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    @Test
    void plain_findings_indented() throws ReportException {
        Attributes report = report();
        Attributes findings = item(report, "CONTAINER", "Findings");
        measured(findings);
        Attributes image = item(findings, "IMAGE", "Source");
        Attributes reference = new Attributes();
        image.newSequence(Tag.ReferencedSOPSequence).add(reference);
        reference.setString(Tag.ReferencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2");
        reference.setString(Tag.ReferencedSOPInstanceUID, "1.2.3");

        assertThat(PlainReport.of(report))
                .startsWith("Imaging report\n\nPatient: Doe, Jane")
                .contains("\nFindings\n  Diameter: 12.5 mm\n  Source: CT Image Storage 1.2.3\n");
    }

    @Test
    void html_deepTree_cutWithNote() throws ReportException {
        Attributes report = report();
        Attributes deepest = report;
        for (int i = 0; i < 5000; i++) {
            deepest = item(deepest, "CONTAINER", "Level");
        }

        assertThat(HtmlReport.of(report)).contains("is left out").hasSizeLessThan(20_000);
    }

    @Test
    void html_tooManyItems_tooLarge() {
        Attributes report = report();
        for (int i = 0; i < 60_000; i++) {
            item(report, "TEXT", "n");
        }

        ReportException refused = catchThrowableOfType(ReportException.class, () -> HtmlReport.of(report));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void plain_longText_tooLarge() {
        Attributes report = report();
        item(report, "TEXT", "n").setString(Tag.TextValue, "x".repeat(2000));
        ReportLimits limits = new ReportLimits(100, 10, 1000);

        assertThat(catchThrowableOfType(ReportException.class, () -> PlainReport.of(report, limits))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void html_noTree_noContent() {
        assertThat(catchThrowableOfType(ReportException.class, () -> HtmlReport.of(new Attributes()))
                        .reason())
                .isEqualTo(Reason.NO_CONTENT);
    }
}
