/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/**
 * Hits in any order, or those after a place. Goes through all that matches and keeps no more than the page; an offset is skipped in
 * chunks, each of which goes through all again. For one thread, while its searcher is held.
 */
final class SortedSearch {

    /** Hits that are held at a time while they are skipped, some hundred bytes each. */
    private static final int CHUNK = 20_000;

    private final IndexSearcher searcher;
    private final Query query;
    private final Sort sort;

    SortedSearch(IndexSearcher searcher, IndexQuery query, Order order) {
        this.searcher = searcher;
        this.query = RemainingKeys.with(query);
        this.sort = SortFields.of(order);
    }

    /**
     * A page of hits.
     *
     * @param kind of the documents that the query finds
     */
    Page page(Paging paging, String kind) throws IOException {
        ScoreDoc after = paging.after() == null
                ? null
                : SortFields.place(
                        paging.order(),
                        paging.after(),
                        kind,
                        searcher.getIndexReader().maxDoc());
        int toSkip = paging.offset();
        while (toSkip >= CHUNK) {
            ScoreDoc[] skipped = next(after, CHUNK);
            if (skipped.length < CHUNK) {
                return Page.EMPTY;
            }
            after = skipped[CHUNK - 1];
            toSkip -= CHUNK;
        }
        long wanted = (long) toSkip + paging.limit() + 1;
        ScoreDoc[] found = next(after, (int) Math.min(wanted, Integer.MAX_VALUE));
        int from = Math.min(toSkip, found.length);
        int to = (int) Math.min((long) from + paging.limit(), found.length);
        return new Page(hits(Arrays.copyOfRange(found, from, to), paging.prepared()), to < found.length);
    }

    private ScoreDoc[] next(ScoreDoc after, int count) throws IOException {
        return searcher.searchAfter((FieldDoc) after, query, count, sort).scoreDocs;
    }

    private List<Hit> hits(ScoreDoc[] found, boolean prepared) throws IOException {
        StoredHits stored = new StoredHits(searcher.getIndexReader());
        List<Hit> hits = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            hits.add(i + 1 < found.length ? stored.hit(found[i].doc, prepared) : stored.last(found[i].doc, prepared));
        }
        return hits;
    }
}
