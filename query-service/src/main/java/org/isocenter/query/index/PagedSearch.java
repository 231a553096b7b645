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

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
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

    private final IndexSearcher searcher;
    private final IndexQuery query;
    private final Sort sort;
    private final Deque<Found> found = new ArrayDeque<>();
    private ScoreDoc last;
    private int nextChunk = FIRST_CHUNK;
    private boolean exhausted;

    PagedSearch(IndexSearcher searcher, IndexQuery query, Sort sort) {
        this.searcher = searcher;
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
            hits.add(found.removeFirst().get());
        }
        return new Page(hits, fill(1));
    }

    /** Gives all hits to a consumer until it returns false; returns how many it was given. */
    int each(HitConsumer consumer) throws IOException {
        int given = 0;
        while (fill(nextChunk)) {
            given++;
            if (!consumer.take(found.removeFirst().get())) {
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
        while (found.isEmpty() && !exhausted) {
            int chunk = query.remaining().isEmpty()
                    ? Math.min(MAX_CHUNK, Math.max(1, wanted))
                    : Math.min(MAX_CHUNK, Math.max(MIN_CHUNK, wanted));
            TopFieldDocs top =
                    searcher.search(query.query(), new TopFieldCollectorManager(sort, chunk, (FieldDoc) last, chunk));
            for (ScoreDoc each : top.scoreDocs) {
                if (query.remaining().isEmpty()) {
                    found.addLast(() -> hit(each.doc));
                } else {
                    Hit hit = hit(each.doc);
                    if (matches(hit)) {
                        found.addLast(() -> hit);
                    }
                }
                last = each;
            }
            exhausted = top.scoreDocs.length < chunk;
            nextChunk = Math.min(MAX_CHUNK, 4 * chunk);
        }
        return !found.isEmpty();
    }

    /** Read when it is taken: who wants no more has not paid for the rest of the chunk. */
    private interface Found {
        Hit get() throws IOException;
    }

    private boolean matches(Hit hit) {
        for (Criterion criterion : query.remaining()) {
            if (!criterion.matches(hit.attributes())) {
                return false;
            }
        }
        return true;
    }

    /** Bytes are taken now: the searcher is given back before the hit is used. */
    private Hit hit(int document) throws IOException {
        BytesRef attributes = value(IndexFields.ATTRIBUTES, document);
        BytesRef json = value(IndexFields.JSON, document);
        return new Hit(
                () -> StoredAttributes.decode(attributes),
                () -> PreparedJson.decode(json.bytes, json.offset, json.length));
    }

    private BytesRef value(String field, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        if (!values.advanceExact(document - leaf.docBase)) {
            throw new IOException("a document of the index is not whole");
        }
        return BytesRef.deepCopyOf(values.binaryValue());
    }
}
