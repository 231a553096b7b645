/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** Reads a field of hits. Those of a segment mostly come in its order, so its values are opened once. For one thread and one search. */
final class HitReader {

    private final String field;
    private final List<LeafReaderContext> leaves;
    private final BinaryDocValues[] opened;

    HitReader(IndexReader reader, String field) {
        this.field = field;
        this.leaves = reader.leaves();
        this.opened = new BinaryDocValues[leaves.size()];
    }

    /** The value of a document, until the next one is read. */
    BytesRef value(int document) throws IOException {
        int leaf = ReaderUtil.subIndex(document, leaves);
        int within = document - leaves.get(leaf).docBase;
        BinaryDocValues values = opened[leaf];
        if (values == null || values.docID() > within) {
            values = DocValues.getBinary(leaves.get(leaf).reader(), field);
            opened[leaf] = values;
        }
        if (!values.advanceExact(within)) {
            throw new IOException("a document of the index is not whole");
        }
        return values.binaryValue();
    }
}
