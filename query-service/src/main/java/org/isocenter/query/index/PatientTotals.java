/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * The computed keys of a patient (PS3.4 C.3.2).
 *
 * @param studies Number of Patient Related Studies (0020,1200)
 * @param series Number of Patient Related Series (0020,1202)
 * @param instances Number of Patient Related Instances (0020,1204)
 */
public record PatientTotals(int studies, int series, int instances) {

    static PatientTotals of(IndexSearcher searcher, String patient) throws IOException {
        Weight weight = searcher.createWeight(
                searcher.rewrite(new TermQuery(new Term(IndexFields.PATIENT, patient))),
                ScoreMode.COMPLETE_NO_SCORES,
                1);
        int studies = 0;
        long series = 0;
        long instances = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            NumericDocValues seriesCounts = leaf.reader().getNumericDocValues(IndexFields.SERIES_COUNT);
            NumericDocValues instanceCounts = leaf.reader().getNumericDocValues(IndexFields.INSTANCE_COUNT);
            DocIdSetIterator documents = scorer.iterator();
            for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
                if (leaf.reader().getLiveDocs() != null
                        && !leaf.reader().getLiveDocs().get(each)) {
                    continue;
                }
                studies++;
                series += seriesCounts.advanceExact(each) ? seriesCounts.longValue() : 0;
                instances += instanceCounts.advanceExact(each) ? instanceCounts.longValue() : 0;
            }
        }
        return new PatientTotals(studies, (int) series, (int) instances);
    }
}
