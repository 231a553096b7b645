/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.function.IntPredicate;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.isocenter.dicom.data.Attributes;

/** Reads what the index keeps of its documents: attributes and prepared answers. For one thread and one search. */
final class StoredHits {

    private static final IntPredicate EVERY = tag -> true;

    private final HitReader attributes;
    private final HitReader prepared;

    StoredHits(IndexReader reader) {
        this.attributes = new HitReader(reader, IndexFields.ATTRIBUTES);
        this.prepared = new HitReader(reader, IndexFields.JSON);
    }

    /** All attributes of a document. */
    Attributes attributes(int document) throws IOException {
        return attributes(document, EVERY);
    }

    /** Attributes of a document, those that are wanted. */
    Attributes attributes(int document, IntPredicate wanted) throws IOException {
        return StoredAttributes.decode(attributes.value(document), wanted);
    }

    /** A hit with its attributes, or with its prepared answer. */
    Hit hit(int document, boolean asPrepared) throws IOException {
        return asPrepared ? Hit.prepared(json(document), null) : Hit.of(attributes(document));
    }

    /** A hit whose attributes are there in any case: the next page begins after it. */
    Hit last(int document, boolean asPrepared) throws IOException {
        return asPrepared ? Hit.prepared(json(document), attributes(document)) : Hit.of(attributes(document));
    }

    private PreparedJson json(int document) throws IOException {
        BytesRef json = prepared.value(document);
        return PreparedJson.decode(json.bytes, json.offset, json.length);
    }
}
