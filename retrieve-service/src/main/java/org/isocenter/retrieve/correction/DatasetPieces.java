/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.ObjectContent;
import org.isocenter.retrieve.send.BodyWriter;

/** A data set as bytes in memory and places in an object, one behind the other. Used by one thread at a time. */
final class DatasetPieces {

    /** Bytes, or a value that lies in the object. */
    record Piece(byte[] bytes, BulkData bulk) {}

    private final StoredValues values;
    private final TransferSyntax syntax;
    private final List<Piece> pieces = new ArrayList<>();

    private DatasetPieces(StoredValues values, TransferSyntax syntax) {
        this.values = values;
        this.syntax = syntax;
    }

    /**
     * Takes a data set apart.
     *
     * @param attributes with its bulk values as places; is changed
     */
    static DatasetPieces of(ObjectStore objects, StoredInstance instance, Attributes attributes) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        // PS3.5 A.5: what is deflated is explicit little endian
        TransferSyntax plain = stored.deflated() ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : stored;
        DatasetPieces all = new DatasetPieces(new StoredValues(objects, instance), plain);
        try {
            all.readNested(attributes, true);
            all.add(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** An icon within an item: the lengths around it have to be known. */
    private void readNested(Attributes attributes, boolean isTop) throws IOException {
        for (int tag : attributes.tags()) {
            Object value = attributes.getValue(tag);
            if (value instanceof Sequence items) {
                for (Attributes item : items) {
                    readNested(item, false);
                }
            } else if (!isTop && value instanceof BulkData bulk && bulk.encapsulated()) {
                attributes.setValue(tag, attributes.getVR(tag), values.fragments(bulk));
            }
        }
    }

    private void add(Attributes attributes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        DatasetWriter.write(attributes, syntax, bytes, (tag, bulk, out) -> {
            pieces.add(new Piece(bytes.toByteArray(), null));
            bytes.reset();
            pieces.add(new Piece(null, bulk));
        });
        pieces.add(new Piece(bytes.toByteArray(), null));
    }

    /** How the data set is encoded: as it is kept, but not deflated. */
    TransferSyntax syntax() {
        return syntax;
    }

    /** Sends all of it, out of an object that is not deflated. */
    void writeTo(BodyWriter out) throws IOException {
        for (Piece each : pieces) {
            if (each.bulk() == null) {
                out.write(each.bytes(), 0, each.bytes().length);
            } else if (each.bulk().encapsulated()) {
                try (InputStream items = values.open(each.bulk())) {
                    items.transferTo(out);
                }
            } else {
                try (ObjectContent value = values.content(each.bulk())) {
                    value.writeTo(out);
                }
            }
        }
    }

    /** All of it as a stream. */
    InputStream open() {
        return new PieceStream(pieces, values);
    }
}
