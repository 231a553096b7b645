/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what matches, or adds up a number of it, without reading the documents where the index decides the query. */
final class Totals {

    private Totals() {}

    static long count(IndexSearcher searcher, IndexQuery query) throws IOException {
        return searcher.count(RemainingKeys.with(query));
    }

    /** The sum of a field of all that matches. */
    static long sum(IndexSearcher searcher, IndexQuery query, String field) throws IOException {
        Sum sum = new Sum(field);
        searcher.search(RemainingKeys.with(query), sum);
        return sum.total;
    }

    private static final class Sum extends SimpleCollector {

        private final String field;
        private NumericDocValues values;
        private long total;

        Sum(String field) {
            this.field = field;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = context.reader().getNumericDocValues(field);
        }

        @Override
        public void collect(int document) throws IOException {
            if (values != null && values.advanceExact(document)) {
                total += values.longValue();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
