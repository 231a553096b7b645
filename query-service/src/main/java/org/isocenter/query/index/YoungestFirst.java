/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The order of documents within segments: that in which they are asked for, so that who wants a hundred hits reads a hundred. */
final class YoungestFirst {

    /** Studies, the youngest first, then series likewise and by their numbers; equal ones by their UIDs. */
    static final Sort WITHIN_SEGMENTS = new Sort(
            by(IndexFields.STUDY_ORDER),
            by(IndexFields.SERIES_ORDER),
            new SortField(IndexFields.SERIES_NUMBER, SortField.Type.INT),
            new SortField(IndexFields.UID_ORDER, SortField.Type.LONG));

    private YoungestFirst() {}

    private static SortField by(String field) {
        SortField order = new SortField(field, SortField.Type.LONG, true);
        order.setMissingValue(Long.MIN_VALUE);
        return order;
    }
}
