/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * The order of documents within segments, and of segments: that in which they are mostly asked for. Studies arrive with ever later
 * dates; in the order of their arrival each would be looked at, since each is a better hit than all before.
 */
final class YoungestFirst {

    /** Studies, the youngest first, then series likewise; equal ones by their UIDs. */
    static final Sort WITHIN_SEGMENTS = new Sort(
            by(IndexFields.STUDY_ORDER),
            by(IndexFields.SERIES_ORDER),
            new SortField(IndexFields.UID_ORDER, SortField.Type.LONG));

    /** Segments by their youngest study. */
    static final Comparator<LeafReader> SEGMENTS =
            Comparator.comparingLong(YoungestFirst::youngest).reversed();

    private YoungestFirst() {}

    /** By a number, the greatest first; documents without it come last. */
    static SortField by(String field) {
        SortField order = new SortField(field, SortField.Type.LONG, true);
        order.setMissingValue(Long.MIN_VALUE);
        return order;
    }

    private static long youngest(LeafReader segment) {
        try {
            PointValues orders = segment.getPointValues(IndexFields.STUDY_ORDER);
            return orders == null ? Long.MIN_VALUE : LongPoint.decodeDimension(orders.getMaxPackedValue(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }
}
