/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.isocenter.dicom.io.DicomFormatException.Reason;

/**
 * Re-encodes data sets among implicit little endian, explicit little endian, explicit big endian and deflated, without
 * holding long values of the top level in memory. Group lengths are left out. Safe for concurrent use.
 */
public final class DatasetTranscoder {
    private static final int BUFFER = 64 * 1024;

    private DatasetTranscoder() {}

    /** Whether {@link #transcode} can do it: equal syntaxes, or two that leave pixel data as they are. */
    public static boolean canTranscode(TransferSyntax from, TransferSyntax to) {
        return from.uid().equals(to.uid())
                || from.isNative() && to.isNative() && TransferSyntax.natives().contains(to.uid());
    }

    /**
     * Re-encodes to the end of the stream; copies when the syntaxes are equal. Neither stream is closed.
     *
     * @throws DicomFormatException with UNSUPPORTED_TRANSFER_SYNTAX when pixel data would have to be encoded anew
     */
    public static void transcode(InputStream in, TransferSyntax from, TransferSyntax to, OutputStream out)
            throws IOException {
        if (!canTranscode(from, to)) {
            throw new DicomFormatException(
                    Reason.UNSUPPORTED_TRANSFER_SYNTAX, "cannot re-encode from " + from.uid() + " to " + to.uid());
        }
        if (from.uid().equals(to.uid())) {
            in.transferTo(out);
        } else if (to.deflated()) {
            deflate(in, from, to, out);
        } else {
            reencode(in, from, to, out);
        }
    }

    private static void deflate(InputStream in, TransferSyntax from, TransferSyntax to, OutputStream out)
            throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
            reencode(in, from, to, deflated);
            deflated.finish();
            if ((deflater.getBytesWritten() & 1) != 0) {
                out.write(0); // PS3.5 A.5: padded to an even length
            }
        } finally {
            deflater.end();
        }
    }

    private static void reencode(InputStream in, TransferSyntax from, TransferSyntax to, OutputStream out)
            throws IOException {
        ScanLimits limits = ScanLimits.DEFAULT;
        InputStream plain = from.deflated() ? new InflatedStream(in, ByteSink.NONE, limits.maxInflation()) : in;
        ElementInput input = new ElementInput(plain, ByteSink.NONE, BUFFER);
        input.setBigEndian(from.bigEndian());
        ElementOutput output = new ElementOutput(out, to.explicitVr(), to.bigEndian());
        StreamedValues values = new StreamedValues(limits, output, to);
        new DatasetParser(input, from.explicitVr(), limits.inMemory(), values, -1).readDataset(values.pending());
        values.flush();
        output.flush();
    }
}
