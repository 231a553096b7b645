/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.report.HtmlReport;
import org.isocenter.dicom.image.report.PlainReport;
import org.isocenter.dicom.image.report.ReportException;
import org.isocenter.retrieve.content.BulkItems;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.EncapsulatedDocument;

/** What is to be read: structured reports and encapsulated PDF. Thread-safe. */
@ApplicationScoped
public class Documents {

    private static final String PDF = "application/pdf";

    private final BulkItems items;

    /** Documents lie in objects. */
    public Documents(BulkItems items) {
        this.items = items;
    }

    /**
     * A structured report.
     *
     * @param mediaType text/html or text/plain, in UTF-8
     * @throws ArchiveException LIMIT_EXCEEDED if it is too long, NOT_FOUND if it has no content
     */
    public Content report(Attributes report, String mediaType) {
        try {
            String text = mediaType.equals("text/plain") ? PlainReport.of(report) : HtmlReport.of(report);
            return new BytesContent(text.getBytes(StandardCharsets.UTF_8));
        } catch (ReportException e) {
            throw switch (e.reason()) {
                case NO_CONTENT -> new ArchiveException(ErrorCode.NOT_FOUND, "The report has no content.", e);
                case TOO_LARGE -> new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "The report is too long.", e);
            };
        }
    }

    /**
     * The document of an instance.
     *
     * @throws ArchiveException NOT_FOUND if it is no PDF
     */
    public Content pdf(StoredInstance instance, Attributes attributes, String location) {
        int tag = Tag.EncapsulatedDocument;
        Content content = items.item(instance, location, attributes.getVR(tag), attributes.getValue(tag))
                .content();
        return EncapsulatedDocument.of(attributes, List.of(tag), content)
                .filter(each -> each.mediaType().equals(PDF))
                .map(EncapsulatedDocument::content)
                .orElseThrow(() -> new ArchiveException(ErrorCode.NOT_FOUND, "The document is no PDF."));
    }
}
