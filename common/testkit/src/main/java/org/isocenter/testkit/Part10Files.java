/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;

/** Instances as Part 10 files (PS3.10 7) in an uncompressed transfer syntax. */
public final class Part10Files {

    private Part10Files() {}

    /** Returns the data set alone, as it goes over the network. */
    public static byte[] dataset(Attributes instance, String transferSyntaxUid) {
        return DatasetWriter.toBytes(instance, TransferSyntax.of(transferSyntaxUid));
    }

    /** Returns a whole file: preamble, meta information, data set. */
    public static byte[] bytes(Attributes instance, String transferSyntaxUid) {
        FileMetaInformation meta = FileMetaInformation.create(
                instance.getString(Tag.SOPClassUID),
                instance.getString(Tag.SOPInstanceUID),
                transferSyntaxUid,
                "TESTKIT");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(meta.encode());
        out.writeBytes(dataset(instance, transferSyntaxUid));
        return out.toByteArray();
    }

    /** Returns a whole file as a stream. */
    public static InputStream stream(Attributes instance, String transferSyntaxUid) {
        return new ByteArrayInputStream(bytes(instance, transferSyntaxUid));
    }

    /** Writes every instance of a study to files named by number in a directory, which is made if need be. */
    public static void write(SyntheticStudy study, String transferSyntaxUid, Path directory) {
        try {
            Files.createDirectories(directory);
            for (int i = 0; i < study.instanceCount(); i++) {
                Attributes instance = study.instance(i / study.instancesPerSeries(), i % study.instancesPerSeries());
                Files.write(directory.resolve(String.format("%06d.dcm", i + 1)), bytes(instance, transferSyntaxUid));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
