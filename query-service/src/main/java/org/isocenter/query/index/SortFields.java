/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.isocenter.dicom.data.Attributes;

/**
 * What the index keeps to order by: a number for each value of a segment, so that neither texts nor all hits are held in memory. The
 * series of a study have its values too.
 */
final class SortFields {

    private SortFields() {}

    static void add(Document document, Attributes attributes) {
        for (SortKey key : SortKey.values()) {
            if (key == SortKey.STUDY_MOMENT) {
                continue; // the index lies in this order
            }
            Object value = key.value(attributes);
            if (value instanceof Long number) {
                document.add(new NumericDocValuesField(IndexFields.sort(key.tag()), number));
            } else if (value instanceof String text) {
                document.add(new SortedDocValuesField(IndexFields.sort(key.tag()), new BytesRef(text)));
            }
        }
    }

    /** The order as Lucene has it. */
    static Sort of(Order order) {
        if (order.isYoungestFirst()) {
            return YoungestFirst.WITHIN_SEGMENTS; // so a segment is left as soon as there is enough
        }
        List<SortField> fields = new ArrayList<>();
        for (Order.Term term : order.terms()) {
            fields.add(field(term));
        }
        fields.add(new SortField(IndexFields.UID_ORDER, SortField.Type.LONG));
        return new Sort(fields.toArray(SortField[]::new));
    }

    private static SortField field(Order.Term term) {
        boolean descending = term.descending();
        String name = IndexFields.sort(term.key().tag());
        if (term.key().isNumber()) {
            SortField field = new SortField(name, SortField.Type.LONG, descending);
            field.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
            return field;
        }
        SortField field = new SortField(name, SortField.Type.STRING, descending);
        field.setMissingValue(descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
        return field;
    }

    /**
     * A place as Lucene has it.
     *
     * @param kind of the documents
     * @param documents in the index
     */
    static FieldDoc place(Order order, Place place, String kind, int documents) {
        // what is equal in all is the document itself, whichever number it has now
        return new FieldDoc(
                Math.max(0, documents - 1),
                Float.NaN,
                order.isYoungestFirst() ? youngestFirst(place, kind) : values(order, place));
    }

    private static Object[] values(Order order, Place place) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < order.terms().size(); i++) {
            Object value = place.values().get(i);
            if (order.terms().get(i).key().isNumber()) {
                long missing = order.terms().get(i).descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
                values.add(value == null ? missing : value);
            } else {
                values.add(value == null ? null : new BytesRef((String) value));
            }
        }
        values.add(UidOrder.of(place.uid()));
        return values.toArray();
    }

    private static Object[] youngestFirst(Place place, String kind) {
        boolean study = kind.equals(IndexFields.KIND_STUDY);
        long moment = place.values().get(0) == null
                ? Long.MIN_VALUE
                : (Long) place.values().get(0);
        Long number = (Long) place.values().get(1);
        int seriesNumber = number == null ? Integer.MAX_VALUE : (int) Math.min(number, Integer.MAX_VALUE);
        return new Object[] {
            study ? moment : Long.MIN_VALUE,
            study ? Long.MIN_VALUE : moment,
            study ? 0 : seriesNumber,
            UidOrder.of(place.uid())
        };
    }
}
