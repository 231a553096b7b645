/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.report.ReportException.Reason;

/** Reads content trees. For one report; not thread-safe. */
final class ContentTree {

    private static final String DEEPER = "(content below this level is left out)";

    private final ReportLimits limits;
    private int items;

    private ContentTree(ReportLimits limits) {
        this.limits = limits;
    }

    /** The root of a report's content. */
    static ContentItem read(Attributes report, ReportLimits limits) throws ReportException {
        if (!report.containsValue(Tag.ContentSequence) && !report.containsValue(Tag.ConceptNameCodeSequence)) {
            throw new ReportException(Reason.NO_CONTENT, "a data set without a content tree");
        }
        return new ContentTree(limits).item(report, 0);
    }

    private ContentItem item(Attributes item, int depth) throws ReportException {
        if (++items > limits.maxItems()) {
            throw new ReportException(Reason.TOO_LARGE, "a report of more content items than is allowed");
        }
        boolean container = "CONTAINER".equals(item.getString(Tag.ValueType)) || depth == 0;
        String name = ContentValues.meaning(item.getNested(Tag.ConceptNameCodeSequence));
        String value = item.contains(Tag.ReferencedContentItemIdentifier) ? reference(item) : ContentValues.of(item);
        return new ContentItem(container, name, value, children(item, depth));
    }

    /** PS3.3 C.17.3.2.5: the place of another item, counted from 1 on each level. */
    private static String reference(Attributes item) {
        return "see item "
                + Arrays.stream(item.getInts(Tag.ReferencedContentItemIdentifier))
                        .limit(64)
                        .mapToObj(Integer::toUnsignedString)
                        .collect(Collectors.joining("."));
    }

    private List<ContentItem> children(Attributes item, int depth) throws ReportException {
        Sequence sequence = item.getSequence(Tag.ContentSequence);
        if (sequence == null || sequence.isEmpty()) {
            return List.of();
        }
        if (depth + 1 >= limits.maxDepth()) {
            return List.of(new ContentItem(false, "", DEEPER, List.of()));
        }
        List<ContentItem> children = new ArrayList<>(sequence.size());
        for (Attributes each : sequence) {
            children.add(item(each, depth + 1));
        }
        return children;
    }
}
