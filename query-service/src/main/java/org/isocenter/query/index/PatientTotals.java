/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;

/**
 * The computed keys of a patient (PS3.4 C.3.2).
 *
 * @param studies Number of Patient Related Studies (0020,1200)
 * @param series Number of Patient Related Series (0020,1202)
 * @param instances Number of Patient Related Instances (0020,1204)
 */
public record PatientTotals(int studies, int series, int instances) {

    static PatientTotals ofStudy(IndexSearcher searcher, String studyInstanceUid) throws IOException {
        BooleanQuery study = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexFields.STUDY, studyInstanceUid)), Occur.FILTER)
                .add(new TermQuery(new Term(IndexFields.KIND, IndexFields.KIND_STUDY)), Occur.FILTER)
                .build();
        TopDocs found = searcher.search(study, 1);
        if (found.scoreDocs.length == 0) {
            return new PatientTotals(0, 0, 0);
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int document = found.scoreDocs[0].doc;
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues patients = DocValues.getSorted(leaf.reader(), IndexFields.PATIENT);
        if (!patients.advanceExact(document - leaf.docBase)) {
            throw new IOException("a document of the index is not whole");
        }
        return of(searcher, patients.lookupOrd(patients.ordValue()).utf8ToString());
    }

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
