/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;

/** A range of a deflated data set (PS3.5 A.5), which has to be inflated from its start. */
final class InflatedRange {

    private static final int BUFFER_SIZE = 64 * 1024;

    private InflatedRange() {}

    /** Reads bytes of the inflated data set. */
    static byte[] read(ObjectStore objects, StoredInstance instance, long offset, int length) {
        Inflater inflater = new Inflater(true);
        try (InputStream object =
                        objects.read(instance.location(), instance.datasetOffset(), instance.datasetLength());
                InputStream dataset = new InflaterInputStream(object, inflater, BUFFER_SIZE)) {
            dataset.skipNBytes(offset);
            return FrameSource.readAll(dataset, length);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }
}
