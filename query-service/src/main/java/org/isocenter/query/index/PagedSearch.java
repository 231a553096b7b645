/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.isocenter.query.match.Criterion;

/** Goes through the hits of a query in order, chunk by chunk, and looks at each where the query alone does not decide. */
final class PagedSearch {

    /** The youngest study first, then by UID: as the index is kept, so that what was found first is the answer. */
    static final Sort STUDIES = YoungestFirst.WITHIN_SEGMENTS;

    /** Series of the youngest study first, then by series number, then by UIDs. */
    static final Sort SERIES = new Sort(
            YoungestFirst.by(IndexFields.SERIES_ORDER),
            new SortField(IndexFields.SERIES_NUMBER, SortField.Type.INT),
            new SortField(IndexFields.UID_ORDER, SortField.Type.LONG));

    private static final int MIN_CHUNK = 64;

    /** Who wants all hits mostly stops after a hundred; each further chunk is the whole search again. */
    private static final int FIRST_CHUNK = 128;

    private static final int MAX_CHUNK = 1000;

    /** Of candidates that are looked at, while none of them matches. */
    private static final int MAX_CANDIDATES = 4096;

    private final IndexSearcher searcher;
    private final HitReader attributes;
    private final HitReader prepared;
    private final IndexQuery query;
    private final Sort sort;
    private final Deque<Found> found = new ArrayDeque<>();
    private ScoreDoc last;
    private int nextChunk = FIRST_CHUNK;
    private boolean exhausted;

    PagedSearch(IndexSearcher searcher, IndexQuery query, Sort sort) {
        this.searcher = searcher;
        this.attributes = new HitReader(searcher.getIndexReader(), IndexFields.ATTRIBUTES);
        this.prepared = new HitReader(searcher.getIndexReader(), IndexFields.JSON);
        this.query = query;
        this.sort = sort;
    }

    /** The hits from an offset on. */
    Page page(int offset, int limit) throws IOException {
        int skipped = 0;
        while (skipped < offset && fill(Math.min(MAX_CHUNK, offset - skipped + limit + 1))) {
            found.removeFirst();
            skipped++;
        }
        return next(limit);
    }

    /** The next hits. */
    Page next(int limit) throws IOException {
        List<Hit> hits = new ArrayList<>(Math.min(limit, MAX_CHUNK));
        while (hits.size() < limit && fill(limit - hits.size() + 1)) {
            hits.add(found.removeFirst().withAnswer());
        }
        return new Page(hits, fill(1));
    }

    /** Gives all hits to a consumer until it returns false; returns how many it was given. */
    int each(HitConsumer consumer) throws IOException {
        int given = 0;
        while (fill(nextChunk)) {
            given++;
            if (!consumer.take(found.removeFirst().hit())) {
                break;
            }
            if (found.isEmpty() && !exhausted) {
                consumer.searching();
            }
        }
        return given;
    }

    /** Whether there is another hit. */
    private boolean fill(int wanted) throws IOException {
        int chunk = Math.min(MAX_CHUNK, Math.max(query.remaining().isEmpty() ? 1 : MIN_CHUNK, wanted));
        while (found.isEmpty() && !exhausted) {
            TopFieldDocs top =
                    searcher.search(query.query(), new TopFieldCollectorManager(sort, chunk, (FieldDoc) last, chunk));
            for (ScoreDoc each : top.scoreDocs) {
                Found candidate = new Found(each.doc);
                if (query.remaining().isEmpty() || matches(candidate.hit())) {
                    found.addLast(candidate);
                }
                last = each;
            }
            exhausted = top.scoreDocs.length < chunk;
            nextChunk = Math.min(MAX_CHUNK, 2 * chunk);
            chunk = Math.min(MAX_CANDIDATES, 4 * chunk);
        }
        return !found.isEmpty();
    }

    /** Read when it is taken: who wants no more has not paid for the rest of the chunk. */
    private final class Found {

        private final int document;
        private Hit hit;

        Found(int document) {
            this.document = document;
        }

        /** With its attributes alone. */
        Hit hit() throws IOException {
            if (hit == null) {
                BytesRef bytes = attributes.value(document);
                hit = new Hit(() -> StoredAttributes.decode(bytes), null);
            }
            return hit;
        }

        /** With the prepared answer. */
        Hit withAnswer() throws IOException {
            Hit read = hit();
            BytesRef json = prepared.value(document);
            return new Hit(read::attributes, () -> PreparedJson.decode(json.bytes, json.offset, json.length));
        }
    }

    private boolean matches(Hit hit) {
        for (Criterion criterion : query.remaining()) {
            if (!criterion.matches(hit.attributes())) {
                return false;
            }
        }
        return true;
    }
}
