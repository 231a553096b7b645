/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem.cassandra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;

/** Attributes in a column: the DICOM JSON model (PS3.18 F) in UTF-8. */
final class AttributesBlob {

    /** Bytes; a work item with more is none that somebody works on, and a mutation has to fit into Cassandra's. */
    private static final int LONGEST = 2 << 20;

    private AttributesBlob() {}

    static ByteBuffer encode(Attributes attributes) {
        byte[] json = DicomJson.toBytes(attributes, (path, vr, bulk) -> null);
        if (json.length > LONGEST) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the work item is too long to be kept");
        }
        return ByteBuffer.wrap(json);
    }

    static Attributes decode(ByteBuffer blob) {
        if (blob == null) {
            return new Attributes();
        }
        byte[] json = new byte[blob.remaining()];
        blob.duplicate().get(json);
        try {
            return DicomJson.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "a work item cannot be read", e);
        }
    }
}
