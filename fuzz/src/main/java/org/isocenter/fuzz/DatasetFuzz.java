/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.TransferSyntax;

/** Bare data sets: a byte that chooses the transfer syntax, then the data set. */
public final class DatasetFuzz {

    private static final List<String> SYNTAXES = List.of(
            UID.ExplicitVRLittleEndian,
            UID.ImplicitVRLittleEndian,
            UID.ExplicitVRBigEndian,
            UID.DeflatedExplicitVRLittleEndian,
            UID.JPEGBaseline8Bit);

    private DatasetFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        TransferSyntax syntax = TransferSyntax.of(SYNTAXES.get((input[0] & 0xFF) % SYNTAXES.size()));
        byte[] dataset = Arrays.copyOfRange(input, 1, input.length);
        Check.run(input, () -> scan(dataset, syntax));
        Check.run(input, () -> read(dataset, syntax));
        Check.run(input, () -> transcode(dataset, syntax));
    }

    private static void scan(byte[] dataset, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        DatasetScanner.scan(new ByteArrayInputStream(dataset), syntax, ScanLimits.DEFAULT, copy::write);
        Check.require(Arrays.equals(dataset, copy.toByteArray()), "what was scanned is not what came");
    }

    private static void read(byte[] dataset, TransferSyntax syntax) throws IOException {
        Attributes attributes = DatasetReader.read(new ByteArrayInputStream(dataset), syntax, ReadLimits.MESSAGE);
        Values.decodeAll(attributes);
        byte[] written = DatasetWriter.toBytes(attributes, syntax);
        Attributes again = Check.own(() -> DatasetReader.read(written, syntax));
        Check.require(
                Arrays.equals(written, DatasetWriter.toBytes(again, syntax)),
                "a data set differs after it was written");
    }

    private static void transcode(byte[] dataset, TransferSyntax syntax) throws IOException {
        for (String uid : SYNTAXES) {
            TransferSyntax to = TransferSyntax.of(uid);
            if (DatasetTranscoder.canTranscode(syntax, to)) {
                DatasetTranscoder.transcode(new ByteArrayInputStream(dataset), syntax, to, new ByteArrayOutputStream());
            }
        }
    }
}
