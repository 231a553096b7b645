/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntPredicate;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * Reads data sets into memory. Whatever is wrong with one ends in a {@link DicomFormatException}. The streams are read
 * ahead of, and not closed. Safe for concurrent use.
 */
public final class DatasetReader {
    private static final int BUFFER = 16 * 1024;
    private static final int TO_END = -1;

    private DatasetReader() {}

    /** Reads a data set to the end of the stream. */
    public static Attributes read(InputStream in, TransferSyntax transferSyntax, ReadLimits limits) throws IOException {
        return readUntil(in, transferSyntax, limits, TO_END);
    }

    /** Reads a data set to the end of the stream within the default limits. */
    public static Attributes read(InputStream in, TransferSyntax transferSyntax) throws IOException {
        return read(in, transferSyntax, ReadLimits.DEFAULT);
    }

    /** Reads a data set from the bytes. */
    public static Attributes read(byte[] bytes, TransferSyntax transferSyntax) throws IOException {
        if (transferSyntax.deflated()) {
            return read(new ByteArrayInputStream(bytes), transferSyntax);
        }
        ElementInput input = new ElementInput(bytes);
        return parse(input, transferSyntax, ReadLimits.DEFAULT, BulkHandler.KEEP_ALL, TO_END);
    }

    /**
     * Reads some elements of a data set that lies in an array. Values that are not wanted are passed over; sequences and empty elements
     * are there whether they are wanted or not, and Specific Character Set (0008,0005) always.
     *
     * @param bytes holds the data set
     * @param offset of its first byte
     * @param length in bytes
     * @param transferSyntax not a deflated one
     * @param wanted tells by the tag whether a value is kept
     */
    public static Attributes readWanted(
            byte[] bytes, int offset, int length, TransferSyntax transferSyntax, IntPredicate wanted)
            throws IOException {
        if (transferSyntax.deflated()) {
            throw new IllegalArgumentException("a deflated data set has no elements to pass over");
        }
        return parse(
                new ElementInput(bytes, offset, length),
                transferSyntax,
                ReadLimits.DEFAULT,
                new WantedValues(tag -> tag == Tag.SpecificCharacterSet || wanted.test(tag)),
                TO_END);
    }

    /** Reads what stands before the pixel data (7FE0,0008), (7FE0,0009) or (7FE0,0010). */
    public static Attributes readHeader(InputStream in, TransferSyntax transferSyntax, ReadLimits limits)
            throws IOException {
        return readUntil(in, transferSyntax, limits, Tag.FloatPixelData);
    }

    /** Reads the elements below a tag. */
    public static Attributes readUntil(InputStream in, TransferSyntax transferSyntax, ReadLimits limits, int stopTag)
            throws IOException {
        InputStream plain = transferSyntax.deflated()
                ? new InflatedStream(in, ByteSink.NONE, ScanLimits.DEFAULT.maxInflation())
                : in;
        return parse(
                new ElementInput(plain, ByteSink.NONE, BUFFER), transferSyntax, limits, BulkHandler.KEEP_ALL, stopTag);
    }

    private static Attributes parse(
            ElementInput input, TransferSyntax transferSyntax, ReadLimits limits, BulkHandler handler, int stopTag)
            throws IOException {
        input.setBigEndian(transferSyntax.bigEndian());
        Attributes attributes = new Attributes(64);
        new DatasetParser(input, transferSyntax.explicitVr(), limits, handler, stopTag).readDataset(attributes);
        return attributes;
    }
}
