/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Where a scan stands within a segment, with what that document is ordered by. For one thread. */
final class SegmentCursor {

    /** As {@link YoungestFirst#WITHIN_SEGMENTS}, for documents of one kind. */
    static final Comparator<SegmentCursor> ORDER = Comparator.<SegmentCursor>comparingLong(SegmentCursor::order)
            .reversed()
            .thenComparingLong(SegmentCursor::number)
            .thenComparingLong(SegmentCursor::uid)
            .thenComparingInt(SegmentCursor::document);

    private final int base;
    private final Bits live;
    private final DocIdSetIterator matches;
    private final Value orders;
    private final Value numbers;
    private final Value uids;
    private int document;
    private long order;

    /** A field of documents, which are asked for in ascending order. */
    private record Value(NumericDocValues values, long missing) {

        static Value of(LeafReaderContext leaf, String field, long missing) throws IOException {
            return new Value(leaf.reader().getNumericDocValues(field), missing);
        }

        long at(int document) throws IOException {
            return values != null && values.advanceExact(document) ? values.longValue() : missing;
        }
    }

    /** Before the first match. */
    SegmentCursor(LeafReaderContext leaf, DocIdSetIterator matches, String orderField) throws IOException {
        this.base = leaf.docBase;
        this.live = leaf.reader().getLiveDocs();
        this.matches = matches;
        this.orders = Value.of(leaf, orderField, Long.MIN_VALUE);
        this.numbers = Value.of(leaf, IndexFields.SERIES_NUMBER, 0);
        this.uids = Value.of(leaf, IndexFields.UID_ORDER, 0);
    }

    /** Goes to the next match; false after the last one. */
    boolean advance() throws IOException {
        document = matches.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = matches.nextDoc();
        }
        if (document == DocIdSetIterator.NO_MORE_DOCS) {
            return false;
        }
        order = orders.at(document);
        return true;
    }

    /** The document it stands at, in the whole index. */
    int document() {
        return base + document;
    }

    /** By what it is ordered first, the greatest first. */
    long order() {
        return order;
    }

    // read only where two are of one order

    private long number() {
        return unchecked(numbers);
    }

    private long uid() {
        return unchecked(uids);
    }

    private long unchecked(Value value) {
        try {
            return value.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
