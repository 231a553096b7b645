/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;

/** A data set to be sent. Large writes go out in few system calls. */
public interface DatasetBody {
    /** The encoding of what {@link #writeTo} writes; chooses the presentation context. */
    TransferSyntax transferSyntax();

    /**
     * Writes the bare data set (no preamble, no group 2). Called once for each sending; when it fails after a part has
     * gone out, the association is aborted, since that cannot be taken back.
     */
    void writeTo(OutputStream out) throws IOException;

    /** A data set in memory. */
    static DatasetBody of(Attributes attributes, TransferSyntax transferSyntax) {
        return of(transferSyntax, out -> DatasetWriter.write(attributes, transferSyntax, out));
    }

    /** Encoded bytes. */
    static DatasetBody of(byte[] bytes, TransferSyntax transferSyntax) {
        return of(transferSyntax, out -> out.write(bytes));
    }

    /** Whatever a writer writes. */
    static DatasetBody of(TransferSyntax transferSyntax, Writer writer) {
        return new DatasetBody() {
            @Override
            public TransferSyntax transferSyntax() {
                return transferSyntax;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writer.writeTo(out);
            }
        };
    }

    /** Writes a data set. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
