/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dicomdir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * The directory of a file-set (PS3.3 F.3): patients, their studies, their series, their instances, in the order in which they
 * are added. Some three hundred bytes of memory an instance. Used by one thread.
 */
public final class DicomDirectory {

    /** PS3.10 8.6: the name of the file. */
    public static final String NAME = "DICOMDIR";

    private static final int SEQUENCE_HEADER = 12;
    private static final String FILE_SET_ID = "ISOCENTER";

    private final List<DirectoryRecord> patients = new ArrayList<>();
    private final Map<String, DirectoryRecord> byPatient = new LinkedHashMap<>();
    private final Map<List<String>, DirectoryRecord> byStudy = new LinkedHashMap<>();
    private final Map<List<String>, DirectoryRecord> bySeries = new LinkedHashMap<>();

    /**
     * Adds an instance.
     *
     * @param attributes its data set; bulk values are not looked at
     * @param transferSyntaxUid of its file
     * @param fileId Referenced File ID (0004,1500): up to eight components of up to eight capitals, digits or underscores
     */
    public void add(Attributes attributes, String transferSyntaxUid, List<String> fileId) {
        String sopClassUid = attributes.getString(Tag.SOPClassUID, "");
        DirectoryRecord series = series(attributes);
        RecordType type = RecordType.of(sopClassUid);
        Attributes keys = RecordKeys.of(type, attributes, series.childCount() + 1);
        keys.setString(Tag.ReferencedFileID, VR.CS, fileId.toArray(new String[0]));
        keys.setString(Tag.ReferencedSOPClassUIDInFile, VR.UI, sopClassUid);
        keys.setString(Tag.ReferencedSOPInstanceUIDInFile, VR.UI, attributes.getString(Tag.SOPInstanceUID, ""));
        keys.setString(Tag.ReferencedTransferSyntaxUIDInFile, VR.UI, transferSyntaxUid);
        series.add(DirectoryRecord.of(type, keys));
    }

    private DirectoryRecord series(Attributes attributes) {
        String patientId = attributes.getString(Tag.PatientID, "");
        String studyInstanceUid = attributes.getString(Tag.StudyInstanceUID, "");
        String seriesInstanceUid = attributes.getString(Tag.SeriesInstanceUID, "");
        DirectoryRecord patient = byPatient.computeIfAbsent(patientId, missing -> {
            DirectoryRecord record = record(RecordType.PATIENT, attributes, patients.size() + 1);
            patients.add(record);
            return record;
        });
        DirectoryRecord study = byStudy.computeIfAbsent(
                List.of(patientId, studyInstanceUid),
                missing -> below(patient, record(RecordType.STUDY, attributes, patient.childCount() + 1)));
        return bySeries.computeIfAbsent(
                List.of(patientId, studyInstanceUid, seriesInstanceUid),
                missing -> below(study, record(RecordType.SERIES, attributes, study.childCount() + 1)));
    }

    private static DirectoryRecord record(RecordType type, Attributes attributes, int number) {
        return DirectoryRecord.of(type, RecordKeys.of(type, attributes, number));
    }

    private static DirectoryRecord below(DirectoryRecord parent, DirectoryRecord child) {
        parent.add(child);
        return child;
    }

    /**
     * Writes the file.
     *
     * @param sopInstanceUid its own SOP Instance UID
     */
    public void writeTo(OutputStream out, String sopInstanceUid) throws IOException {
        byte[] meta = FileMetaInformation.create(
                        UID.MediaStorageDirectoryStorage, sopInstanceUid, UID.ExplicitVRLittleEndian, null)
                .encode();
        int start = meta.length + beginning(0, 0).length + SEQUENCE_HEADER;
        int end = start;
        for (DirectoryRecord patient : patients) {
            end = patient.place(end);
        }
        int first = patients.isEmpty() ? 0 : patients.get(0).offset();
        int last = patients.isEmpty() ? 0 : patients.get(patients.size() - 1).offset();
        List<byte[]> items = new ArrayList<>();
        DirectoryRecord.appendAll(patients, items);
        out.write(meta);
        out.write(beginning(first, last));
        out.write(sequenceHeader(end - start));
        for (byte[] each : items) {
            out.write(each);
        }
    }

    /** What stands before the sequence of records; its length does not depend on the offsets. */
    private static byte[] beginning(int first, int last) {
        Attributes beginning = new Attributes();
        beginning.setString(Tag.FileSetID, VR.CS, FILE_SET_ID);
        beginning.setInt(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, VR.UL, first);
        beginning.setInt(Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, VR.UL, last);
        beginning.setInt(Tag.FileSetConsistencyFlag, VR.US, 0);
        return DatasetWriter.toBytes(beginning, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /** Directory Record Sequence (0004,1220) with its length. */
    private static byte[] sequenceHeader(int length) {
        return ByteBuffer.allocate(SEQUENCE_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x0004)
                .putShort((short) 0x1220)
                .put((byte) 'S')
                .put((byte) 'Q')
                .putShort((short) 0)
                .putInt(length)
                .array();
    }
}
