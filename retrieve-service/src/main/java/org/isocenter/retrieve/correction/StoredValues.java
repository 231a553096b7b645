/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.ObjectContent;

/** The long values of an instance, as the bytes that they are in its object. */
final class StoredValues {

    private static final int BUFFER = 64 * 1024;
    private static final int ITEM_HEADER = 8;

    /** Bytes of a value that is kept in memory. */
    private static final int LONGEST_IN_MEMORY = 16 << 20;

    private final ObjectStore objects;
    private final StoredInstance instance;
    private final boolean isDeflated;

    StoredValues(ObjectStore objects, StoredInstance instance) {
        this.objects = objects;
        this.instance = instance;
        this.isDeflated = TransferSyntax.of(instance.transferSyntaxUid()).deflated();
    }

    /** A value of known length in an object that is not deflated. */
    ObjectContent content(BulkData bulk) {
        return new ObjectContent(objects, instance.location(), instance.datasetOffset() + bulk.offset(), bulk.length());
    }

    /** The bytes of a value; of one that is encapsulated its items and what ends them. */
    InputStream open(BulkData bulk) throws IOException {
        long length = bulk.encapsulated() ? instance.datasetLength() - bulk.offset() : bulk.length();
        InputStream from = isDeflated ? inflatedFrom(bulk.offset()) : stored(bulk.offset(), length);
        return bulk.encapsulated() ? new EncapsulatedStream(from) : from;
    }

    private InputStream stored(long offset, long length) {
        return objects.read(instance.location(), instance.datasetOffset() + offset, length);
    }

    /** A deflated data set has no places in it: it is inflated from its start. */
    private InputStream inflatedFrom(long offset) throws IOException {
        Inflater inflater = new Inflater(true);
        InputStream inflated = new InflaterInputStream(stored(0, instance.datasetLength()), inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
        try {
            inflated.skipNBytes(offset);
            return inflated;
        } catch (IOException e) {
            inflated.close();
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object cannot be inflated", e);
        }
    }

    /**
     * The items of an encapsulated value, in memory.
     *
     * @throws ArchiveException LIMIT_EXCEEDED if it is too long for that
     */
    Fragments fragments(BulkData bulk) throws IOException {
        byte[] all;
        try (InputStream items = open(bulk)) {
            all = items.readNBytes(LONGEST_IN_MEMORY);
            if (all.length == LONGEST_IN_MEMORY) {
                throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "an encapsulated value is too long");
            }
        }
        Fragments fragments = new Fragments();
        ByteArrayInputStream in = new ByteArrayInputStream(all);
        while (in.available() > ITEM_HEADER) {
            int length = EncapsulatedStream.lengthAt(in.readNBytes(ITEM_HEADER));
            fragments.add(in.readNBytes(length));
        }
        return fragments;
    }
}
