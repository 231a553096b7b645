/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * A small CT study as files.
 *
 * @param studyInstanceUid its UID; those of its one series and its slices are made from it
 * @param patientId its patient
 * @param files the slices by their order
 */
record CtStudy(String studyInstanceUid, String patientId, List<Path> files) {

    private static final int SIZE = 128;

    static CtStudy write(Path folder, int number, int slices) throws IOException {
        String studyInstanceUid = "1.2.826.0.1.3680043.10.9999." + number;
        String patientId = "PAT-" + number;
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= slices; i++) {
            Attributes attributes = slice(studyInstanceUid, patientId, i);
            Path file = folder.resolve(String.format("%d-%05d.dcm", number, i));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(FileMetaInformation.create(
                                UID.CTImageStorage,
                                attributes.getString(Tag.SOPInstanceUID),
                                UID.ExplicitVRLittleEndian,
                                null)
                        .encode());
                out.write(DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
            }
            files.add(file);
        }
        return new CtStudy(studyInstanceUid, patientId, files);
    }

    String seriesInstanceUid() {
        return studyInstanceUid + ".1";
    }

    private static Attributes slice(String studyInstanceUid, String patientId, int instanceNumber) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SpecificCharacterSet, "ISO_IR 192");
        attributes.setString(Tag.SOPClassUID, UID.CTImageStorage);
        attributes.setString(Tag.SOPInstanceUID, studyInstanceUid + ".1." + instanceNumber);
        attributes.setString(Tag.StudyInstanceUID, studyInstanceUid);
        attributes.setString(Tag.SeriesInstanceUID, studyInstanceUid + ".1");
        attributes.setString(Tag.PatientID, patientId);
        attributes.setString(Tag.PatientName, "Grünwald^Zoë");
        attributes.setString(Tag.PatientBirthDate, "19610203");
        attributes.setString(Tag.PatientSex, "F");
        attributes.setString(Tag.StudyDate, "20261120");
        attributes.setString(Tag.StudyTime, "101112");
        attributes.setString(Tag.AccessionNumber, "ACC-" + patientId);
        attributes.setString(Tag.StudyID, "1");
        attributes.setString(Tag.Modality, "CT");
        attributes.setInt(Tag.SeriesNumber, 1);
        attributes.setInt(Tag.InstanceNumber, instanceNumber);
        attributes.setInt(Tag.SamplesPerPixel, 1);
        attributes.setString(Tag.PhotometricInterpretation, "MONOCHROME2");
        attributes.setInt(Tag.Rows, SIZE);
        attributes.setInt(Tag.Columns, SIZE);
        attributes.setInt(Tag.BitsAllocated, 16);
        attributes.setInt(Tag.BitsStored, 12);
        attributes.setInt(Tag.HighBit, 11);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
        byte[] pixelData = new byte[SIZE * SIZE * 2];
        new Random(instanceNumber).nextBytes(pixelData);
        attributes.setBytes(Tag.PixelData, VR.OW, pixelData);
        return attributes;
    }
}
