/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.IndexSearcher;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.service.match.Criterion;

/**
 * Goes through the hits of a query in a fixed order: what the index alone can't decide is matched against the attributes of
 * each candidate. For one thread, while its searcher is held.
 */
final class PagedSearch {

    /** Candidates after which a consumer is told that it goes on. */
    private static final int LOOKED_AT = 256;

    private static final HitConsumer SKIPPED = hit -> true;

    private final OrderedScan scan;
    private final StoredHits stored;
    private final IndexQuery query;
    private int lookedAt;

    private PagedSearch(IndexSearcher searcher, IndexQuery query, String orderField) throws IOException {
        this.scan = new OrderedScan(searcher, query.query(), orderField);
        this.stored = new StoredHits(searcher.getIndexReader());
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

    /** The hits from an offset on, with their prepared answers or with their attributes, which the last one has in any case. */
    Page page(int offset, int limit, boolean prepared) throws IOException {
        int skipped = 0;
        while (skipped < offset && next(SKIPPED) != OrderedScan.END) {
            skipped++;
        }
        List<Hit> hits = new ArrayList<>();
        int document = next(SKIPPED);
        while (document != OrderedScan.END && hits.size() < limit) {
            hits.add(hits.size() + 1 < limit ? stored.hit(document, prepared) : stored.last(document, prepared));
            document = next(SKIPPED);
        }
        return new Page(hits, document != OrderedScan.END);
    }

    /** Gives all hits to a consumer until it returns false; returns how many it was given. */
    int each(HitConsumer consumer) throws IOException {
        int given = 0;
        boolean wanted = true;
        while (wanted) {
            int document = next(consumer);
            if (document == OrderedScan.END) {
                return given;
            }
            wanted = consumer.take(Hit.of(stored.attributes(document, consumer::wants)));
            given++;
        }
        return given;
    }

    /** The document of the next hit; {@link OrderedScan#END} after the last one. */
    private int next(HitConsumer waiting) throws IOException {
        int document = scan.next();
        while (document != OrderedScan.END) {
            lookedAt++;
            if (lookedAt % LOOKED_AT == 0) {
                waiting.searching();
            }
            if (query.remaining().isEmpty() || matches(stored.attributes(document))) {
                return document;
            }
            document = scan.next();
        }
        return document;
    }

    private boolean matches(Attributes candidate) {
        for (Criterion criterion : query.remaining()) {
            if (!criterion.matches(candidate)) {
                return false;
            }
        }
        return true;
    }
}
