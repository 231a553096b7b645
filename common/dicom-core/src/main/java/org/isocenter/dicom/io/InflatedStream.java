/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.isocenter.dicom.io.DicomFormatException.Reason;

/** A deflated data set (PS3.5 A.5) as a plain one, bounded; the deflated bytes go to a sink as they come. */
final class InflatedStream extends InputStream {
    private static final long FREE_INFLATION = 64L * 1024 * 1024;
    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final ByteSink sink;
    private final int maxInflation;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] single = new byte[1];
    private long deflatedLength;
    private boolean ended;

    InflatedStream(InputStream in, ByteSink sink, int maxInflation) {
        this.in = in;
        this.sink = sink;
        this.maxInflation = maxInflation;
    }

    /** Bytes of the deflated data set read so far, those after its end among them. */
    long deflatedLength() {
        return deflatedLength;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int count = 0;
            while (count == 0) {
                if (inflater.finished() || inflater.needsDictionary()) {
                    drain();
                    return -1;
                }
                if (inflater.needsInput() && !feed()) {
                    throw new DicomFormatException(Reason.TRUNCATED, "the deflated data set ends early");
                }
                count = inflater.inflate(target, offset, length);
            }
            check();
            return count;
        } catch (DataFormatException e) {
            DicomFormatException damaged =
                    new DicomFormatException(Reason.DEFLATE_DAMAGED, "the deflated data set is damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private boolean feed() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count <= 0) {
            return false;
        }
        deflatedLength += count;
        sink.write(buffer, 0, count);
        inflater.setInput(buffer, 0, count);
        return true;
    }

    private void check() throws DicomFormatException {
        long inflated = inflater.getBytesWritten();
        if (inflated > FREE_INFLATION && inflated / maxInflation > inflater.getBytesRead()) {
            throw new DicomFormatException(Reason.INFLATES_TOO_FAR, "the deflated data set inflates too far");
        }
    }

    /** What follows the end (a byte of padding as a rule) belongs to the data set as it was sent. */
    private void drain() throws IOException {
        ended = true;
        while (feed()) {
            // to the end of the stream
        }
        inflater.end();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inflater.end();
        in.close();
    }
}
