/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Goes through the documents of one kind that match, the youngest first. Each segment is in that order already, so segments are merged
 * as they are read, and one is not even asked before all that is younger than its youngest document was taken. For one thread, while
 * its searcher is held.
 */
final class OrderedScan {

    /** There are no more. */
    static final int END = DocIdSetIterator.NO_MORE_DOCS;

    private final Weight weight;
    private final String orderField;
    private final List<Segment> waiting = new ArrayList<>();
    private final PriorityQueue<SegmentCursor> open = new PriorityQueue<>(SegmentCursor.ORDER);
    private int opened;

    /** A segment that was not asked yet, and the order of its youngest document. */
    private record Segment(LeafReaderContext leaf, long youngest) {}

    /**
     * Of all that matches.
     *
     * @param query finds documents of one kind only
     * @param orderField the field that this kind is in the order of
     */
    OrderedScan(IndexSearcher searcher, Query query, String orderField) throws IOException {
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        this.orderField = orderField;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PointValues orders = leaf.reader().getPointValues(orderField);
            if (orders != null) {
                waiting.add(new Segment(leaf, LongPoint.decodeDimension(orders.getMaxPackedValue(), 0)));
            }
        }
        waiting.sort(Comparator.comparingLong(Segment::youngest).reversed());
    }

    /** The next document; {@link #END} after the last one. */
    int next() throws IOException {
        while (opened < waiting.size()
                && (open.isEmpty() || open.peek().order() <= waiting.get(opened).youngest())) {
            open(waiting.get(opened).leaf());
            opened++;
        }
        SegmentCursor first = open.poll();
        if (first == null) {
            return END;
        }
        int document = first.document();
        if (first.advance()) {
            open.add(first);
        }
        return document;
    }

    private void open(LeafReaderContext leaf) throws IOException {
        Scorer matches = weight.scorer(leaf);
        if (matches == null) {
            return;
        }
        SegmentCursor cursor = new SegmentCursor(leaf, matches.iterator(), orderField);
        if (cursor.advance()) {
            open.add(cursor);
        }
    }
}
