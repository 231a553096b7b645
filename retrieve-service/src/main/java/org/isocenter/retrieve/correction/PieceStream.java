/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

import org.isocenter.dicom.data.BulkData;

/** Pieces of a data set one behind the other; each is opened when it is its turn. Used by one thread. */
final class PieceStream extends InputStream {

    private static final long TO_ITS_END = Long.MAX_VALUE;

    private final Iterator<DatasetPieces.Piece> pieces;
    private final StoredValues values;
    private InputStream current = InputStream.nullInputStream();
    private long left;

    PieceStream(List<DatasetPieces.Piece> pieces, StoredValues values) {
        this.pieces = pieces.iterator();
        this.values = values;
    }

    private boolean next() throws IOException {
        current.close();
        if (!pieces.hasNext()) {
            current = InputStream.nullInputStream();
            left = 0;
            return false;
        }
        DatasetPieces.Piece piece = pieces.next();
        BulkData bulk = piece.bulk();
        current = bulk == null ? new ByteArrayInputStream(piece.bytes()) : values.open(bulk);
        left = bulk == null ? piece.bytes().length : bulk.encapsulated() ? TO_ITS_END : bulk.length();
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int count = left == 0 ? -1 : current.read(target, offset, (int) Math.min(length, left));
            if (count >= 0) {
                left -= left == TO_ITS_END ? 0 : count;
                return count;
            }
            if (left != 0 && left != TO_ITS_END) {
                throw new EOFException("an object is shorter than its row says");
            }
            if (!next()) {
                return -1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
