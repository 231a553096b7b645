/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;

/** A CT slice of 512 KiB, as a data set and as a file. */
final class CtFile {
    private static final int SIDE = 512;

    private CtFile() {}

    static byte[] dataset(String sopInstanceUid) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SOPClassUID, UID.CTImageStorage);
        attributes.setString(Tag.SOPInstanceUID, sopInstanceUid);
        attributes.setString(Tag.StudyInstanceUID, "1.2.3");
        attributes.setString(Tag.SeriesInstanceUID, "1.2.3.1");
        attributes.setString(Tag.PatientID, "4711");
        attributes.setString(Tag.PatientName, "Doe^John");
        attributes.setString(Tag.Modality, "CT");
        attributes.setInt(Tag.Rows, SIDE);
        attributes.setInt(Tag.Columns, SIDE);
        attributes.setInt(Tag.BitsAllocated, 16);
        attributes.setInt(Tag.BitsStored, 16);
        attributes.setInt(Tag.HighBit, 15);
        attributes.setInt(Tag.PixelRepresentation, 0);
        attributes.setInt(Tag.SamplesPerPixel, 1);
        attributes.setString(Tag.PhotometricInterpretation, "MONOCHROME2");
        attributes.setBytes(Tag.PixelData, VR.OW, new byte[2 * SIDE * SIDE]);
        return DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    static void write(Path file, String sopInstanceUid) throws IOException {
        FileMetaInformation meta =
                FileMetaInformation.create(UID.CTImageStorage, sopInstanceUid, UID.ExplicitVRLittleEndian, "TEST");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(meta.encode());
            out.write(dataset(sopInstanceUid));
        }
    }
}
