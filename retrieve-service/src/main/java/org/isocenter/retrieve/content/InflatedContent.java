/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.retrieve.send.BodyWriter;

/** A range of a deflated data set (PS3.5 A.5), inflated from the data set's start while it goes out. */
final class InflatedContent implements Content {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final ObjectStore objects;
    private final StoredInstance instance;
    private final long offset;
    private final long length;

    /** The range of {@code length} bytes from {@code offset} of the inflated data set. */
    InflatedContent(ObjectStore objects, StoredInstance instance, long offset, long length) {
        this.objects = objects;
        this.instance = instance;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream object =
                        objects.read(instance.location(), instance.datasetOffset(), instance.datasetLength());
                InputStream dataset = new InflaterInputStream(object, inflater, BUFFER_SIZE)) {
            skip(dataset);
            out.transfer(dataset, length);
        } finally {
            inflater.end();
        }
    }

    private void skip(InputStream dataset) {
        try {
            dataset.skipNBytes(offset);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object cannot be inflated", e);
        }
    }
}
