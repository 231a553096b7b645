/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.InputStream;

import org.isocenter.dicom.data.Attributes;

/**
 * Reads a data set once from a stream, passes every byte on, keeps the header and finds the frames. Memory and nesting
 * are bounded by the limits; whatever is wrong with the data set ends in a {@link DicomFormatException}.
 * Safe for concurrent use.
 */
public final class DatasetScanner {
    private static final int BUFFER = 64 * 1024;

    private DatasetScanner() {}

    /**
     * Scans to the end of the stream.
     *
     * @param copy takes every byte of the data set as it came
     */
    public static ScannedDataset scan(
            InputStream dataset, TransferSyntax transferSyntax, ScanLimits limits, ByteSink copy) throws IOException {
        return scan(dataset, transferSyntax, limits, copy, HeaderMeter.NONE);
    }

    /**
     * Scans to the end of the stream.
     *
     * @param copy takes every byte of the data set as it came
     * @param meter hears how the header grows in memory
     */
    public static ScannedDataset scan(
            InputStream dataset, TransferSyntax transferSyntax, ScanLimits limits, ByteSink copy, HeaderMeter meter)
            throws IOException {
        InflatedStream inflated =
                transferSyntax.deflated() ? new InflatedStream(dataset, copy, limits.maxInflation()) : null;
        ElementInput in = inflated == null
                ? new ElementInput(dataset, copy, BUFFER)
                : new ElementInput(inflated, ByteSink.NONE, BUFFER);
        in.setBigEndian(transferSyntax.bigEndian());
        Attributes attributes = new Attributes(64);
        BulkIndexer indexer = new BulkIndexer(limits);
        DatasetParser parser = new DatasetParser(in, transferSyntax.explicitVr(), limits.inMemory(), indexer, -1);
        parser.setMeter(meter);
        parser.readDataset(attributes);
        if (inflated != null) {
            return new ScannedDataset(attributes, FrameIndex.EMPTY, inflated.deflatedLength());
        }
        return new ScannedDataset(attributes, indexer.frames(attributes, transferSyntax), in.position());
    }
}
