/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.isocenter.service.match.Criterion;

/**
 * Goes through the hits of a query in a fixed order: what the index alone can't decide is matched against the attributes of
 * each candidate. For one thread, while its searcher is held.
 */
final class PagedSearch {

    /** Candidates after which a consumer is told that it goes on. */
    private static final int LOOKED_AT = 256;

    private final OrderedScan scan;
    private final HitReader attributes;
    private final HitReader prepared;
    private final IndexQuery query;
    private Found ahead;
    private int lookedAt;

    private PagedSearch(IndexSearcher searcher, IndexQuery query, String orderField) throws IOException {
        this.scan = new OrderedScan(searcher, query.query(), orderField);
        this.attributes = new HitReader(searcher.getIndexReader(), IndexFields.ATTRIBUTES);
        this.prepared = new HitReader(searcher.getIndexReader(), IndexFields.JSON);
        this.query = query;
    }

    /** Of studies, the youngest first. */
    static PagedSearch ofStudies(IndexSearcher searcher, IndexQuery query) throws IOException {
        return new PagedSearch(searcher, query, IndexFields.STUDY_ORDER);
    }

    /** Of series, those of the youngest study first, then by Series Number. */
    static PagedSearch ofSeries(IndexSearcher searcher, IndexQuery query) throws IOException {
        return new PagedSearch(searcher, query, IndexFields.SERIES_ORDER);
    }

    /** The hits from an offset on. */
    Page page(int offset, int limit) throws IOException {
        int skipped = 0;
        while (skipped < offset && find(null)) {
            ahead = null;
            skipped++;
        }
        List<Hit> hits = new ArrayList<>();
        while (hits.size() < limit && find(null)) {
            hits.add(ahead.withAnswer());
            ahead = null;
        }
        return new Page(hits, find(null));
    }

    /** Gives all hits to a consumer until it returns false; returns how many it was given. */
    int each(HitConsumer consumer) throws IOException {
        int given = 0;
        boolean wanted = true;
        while (wanted && find(consumer)) {
            wanted = consumer.take(ahead.hit());
            ahead = null;
            given++;
        }
        return given;
    }

    /** Whether there is another hit, which is {@link #ahead} then. */
    private boolean find(HitConsumer waiting) throws IOException {
        while (ahead == null) {
            int document = scan.next();
            if (document == OrderedScan.END) {
                return false;
            }
            lookedAt++;
            if (waiting != null && lookedAt % LOOKED_AT == 0) {
                waiting.searching();
            }
            Found candidate = new Found(document);
            if (query.remaining().isEmpty() || matches(candidate.hit())) {
                ahead = candidate;
            }
        }
        return true;
    }

    private boolean matches(Hit hit) {
        for (Criterion criterion : query.remaining()) {
            if (!criterion.matches(hit.attributes())) {
                return false;
            }
        }
        return true;
    }

    /** Read when it is taken: hits before an offset are not. */
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
}
