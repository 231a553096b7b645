/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.retrieve.content.BulkSource;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.send.StreamWriter;

/** A data set with those of its bulk values that are no pixel data, in memory. For one thread. */
final class WholeHeader {

    private static final long MAX_LENGTH = 64L << 20;

    private final BulkSource bulk;
    private final StoredInstance instance;
    private long length;

    private WholeHeader(BulkSource bulk, StoredInstance instance) {
        this.bulk = bulk;
        this.instance = instance;
    }

    /**
     * Reads it.
     *
     * @throws ArchiveException LIMIT_EXCEEDED if it does not fit into what a header may take
     */
    static Attributes read(BulkSource bulk, StoredInstance instance) throws IOException {
        Attributes attributes = instance.decodeAttributes();
        new WholeHeader(bulk, instance).fill(attributes, true);
        return attributes;
    }

    private void fill(Attributes attributes, boolean isTop) throws IOException {
        for (int tag : attributes.tags()) {
            Object value = attributes.getValue(tag);
            if (value instanceof BulkData reference && !(isTop && tag == Tag.PixelData)) {
                if (reference.encapsulated()) {
                    // an icon in the encoding that is left
                    attributes.remove(tag);
                } else {
                    attributes.setBytes(tag, attributes.getVR(tag), read(attributes, tag, reference));
                }
            } else if (value instanceof Sequence items) {
                for (Attributes item : items) {
                    fill(item, false);
                }
            }
        }
    }

    private byte[] read(Attributes attributes, int tag, BulkData reference) throws IOException {
        length += reference.length();
        if (length > MAX_LENGTH) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a data set is too long to be encoded anew");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) reference.length());
        try (Content value = bulk.value(instance, reference, attributes.getVR(tag))) {
            value.writeTo(new StreamWriter(bytes));
        }
        return bytes.toByteArray();
    }
}
