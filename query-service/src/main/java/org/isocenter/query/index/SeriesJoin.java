/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.isocenter.dicom.data.Tag;

/** Finds studies by keys of their series. */
final class SeriesJoin {

    private SeriesJoin() {}

    static Set<String> studies(IndexSearcher searcher, IndexQuery series) throws IOException {
        Set<String> studies = new HashSet<>();
        PagedSearch.ofSeries(searcher, series).each(new HitConsumer() {
            @Override
            public boolean take(Hit hit) {
                studies.add(hit.attributes().getString(Tag.StudyInstanceUID));
                return true;
            }

            @Override
            public boolean wants(int tag) {
                return tag == Tag.StudyInstanceUID;
            }
        });
        return studies;
    }

    static Query restriction(Set<String> studyInstanceUids) {
        return new TermInSetQuery(
                IndexFields.STUDY, studyInstanceUids.stream().map(BytesRef::new).toList());
    }
}
