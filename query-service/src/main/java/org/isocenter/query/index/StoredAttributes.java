/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;

import org.apache.lucene.util.BytesRef;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** Attributes as the index keeps them: a data set in explicit little endian. */
final class StoredAttributes {

    private StoredAttributes() {}

    static byte[] encode(Attributes attributes) {
        return DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /** Those that are wanted, with all that is empty or a sequence. */
    static Attributes decode(BytesRef bytes, IntPredicate wanted) {
        try {
            return DatasetReader.readWanted(
                    bytes.bytes, bytes.offset, bytes.length, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("a document of the index cannot be read", e);
        }
    }
}
