/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.time.ZoneOffset;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.value.DicomDate;
import org.isocenter.dicom.value.DicomTime;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.DateTimePairs;
import org.isocenter.service.match.Folding;

/** Indexes every attribute whose VR a search can use, under its path of tags. */
final class AttributeFields {

    /** Longer values are found by looking at them. */
    static final int MAX_LENGTH = 1024;

    private AttributeFields() {}

    static void add(Document document, String parent, Attributes attributes) {
        for (int tag : attributes.tags()) {
            String path = IndexFields.path(parent, tag);
            Sequence sequence = attributes.getSequence(tag);
            if (sequence == null) {
                addValues(document, path, attributes, tag, Grams.partsOf(parent, tag));
            } else {
                sequence.forEach(item -> add(document, path, item));
            }
        }
        DateTimePairs.TIME_OF_DATE.forEach((date, time) -> Criterion.CombinedDateTime.moment(attributes, date, time)
                .ifPresent(moment -> document.add(
                        new LongPoint(IndexFields.combined(IndexFields.path(parent, date)), nanosecondsFree(moment)))));
    }

    /** Milliseconds, cut off. */
    static long nanosecondsFree(java.time.LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static void addValues(Document document, String path, Attributes attributes, int tag, Grams.Parts parts) {
        VR vr = attributes.getVR(tag);
        if (vr.isBulk()) {
            return;
        }
        for (String value : attributes.getStrings(tag)) {
            if (!value.isEmpty() && value.length() <= MAX_LENGTH) {
                addValue(document, path, vr, value, parts);
            }
        }
    }

    private static void addValue(Document document, String path, VR vr, String value, Grams.Parts parts) {
        switch (vr) {
            case DA ->
                DicomDate.parse(value)
                        .ifPresent(date ->
                                document.add(new LongPoint(path, date.first().toEpochDay())));
            case TM ->
                DicomTime.parse(value)
                        .ifPresent(time ->
                                document.add(new LongPoint(path, time.first().toNanoOfDay())));
            case PN -> {
                addTexts(document, path, Folding.groups(value), parts);
                addTexts(document, IndexFields.words(path), Folding.words(value), Grams.Parts.NONE);
            }
            case IS, DS, US, SS, UL, SL, UV, SV, FL, FD ->
                Criterion.Numbers.canonical(value)
                        .ifPresent(number -> addTexts(document, path, List.of(number), parts));
            default -> addTexts(document, path, List.of(value), parts);
        }
    }

    private static void addTexts(Document document, String field, List<String> texts, Grams.Parts parts) {
        for (String text : texts) {
            document.add(new StringField(field, text, Field.Store.NO));
            if (parts != Grams.Parts.NONE) {
                document.add(Grams.field(field, text, parts));
            }
        }
    }
}
