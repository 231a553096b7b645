/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.isocenter.dicom.data.Attributes;

/**
 * Writes data sets. Sequences and items have defined or undefined lengths as they were read; values are padded to even
 * lengths; group lengths that are there are brought up to date. Safe for concurrent use.
 */
public final class DatasetWriter {
    private DatasetWriter() {}

    /** Writes the data set; the stream is neither flushed nor closed. Values left elsewhere cannot be written. */
    public static void write(Attributes attributes, TransferSyntax transferSyntax, OutputStream out)
            throws IOException {
        if (transferSyntax.deflated()) {
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            out(deflated, transferSyntax, attributes);
            deflated.finish();
            if ((deflater.getBytesWritten() & 1) != 0) {
                out.write(0);
            }
            deflater.end();
        } else {
            out(out, transferSyntax, attributes);
        }
    }

    private static void out(OutputStream out, TransferSyntax transferSyntax, Attributes attributes) throws IOException {
        ElementOutput output = new ElementOutput(out, transferSyntax.explicitVr(), transferSyntax.bigEndian());
        output.writeDataset(attributes);
        output.flush();
    }

    /**
     * Writes the data set with values that were left elsewhere; the stream is neither flushed nor closed. An encapsulated value within a
     * sequence needs items and sequences of undefined length around it.
     *
     * @param transferSyntax that of the values too; it is not deflated
     * @throws DicomFormatException ELEMENT_TOO_LONG if a value is longer than 4 GiB
     */
    public static void write(
            Attributes attributes, TransferSyntax transferSyntax, OutputStream out, BulkDataOutput bulkData)
            throws IOException {
        if (transferSyntax.deflated()) {
            throw new IllegalArgumentException("deflated as a whole, not value by value");
        }
        ElementOutput output =
                new ElementOutput(out, transferSyntax.explicitVr(), transferSyntax.bigEndian(), bulkData);
        output.writeDataset(attributes);
        output.flush();
    }

    /** The data set's bytes. */
    public static byte[] toBytes(Attributes attributes, TransferSyntax transferSyntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try {
            write(attributes, transferSyntax, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
