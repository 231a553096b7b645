/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dicomdir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DicomDirectoryTest {

    private static byte[] write(DicomDirectory directory) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        directory.writeTo(file, "2.25.1");
        return file.toByteArray();
    }

    private static Attributes read(byte[] file) throws IOException {
        Part10Header header = Part10Header.read(new ByteArrayInputStream(file));
        return DatasetReader.read(header.dataset().readAllBytes(), header.transferSyntax());
    }

    /** The record whose item begins at an offset of the file. */
    private static Attributes recordAt(byte[] file, int offset) throws IOException {
        ByteBuffer item = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(item.getInt(offset)).as("an item's tag").isEqualTo(0xE000FFFE);
        byte[] record = new byte[item.getInt(offset + 4)];
        item.get(offset + 8, record);
        return DatasetReader.read(record, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /** Types and file IDs in the order in which the offsets lead to them. */
    private static List<String> walk(byte[] file, int offset) throws IOException {
        List<String> seen = new ArrayList<>();
        for (int at = offset; at != 0; ) {
            Attributes record = recordAt(file, at);
            String[] fileId = record.getStrings(Tag.ReferencedFileID);
            seen.add(record.getString(Tag.DirectoryRecordType)
                    + (fileId.length == 0 ? "" : " " + String.join("/", fileId)));
            seen.addAll(walk(file, record.getInt(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, 0)));
            at = record.getInt(Tag.OffsetOfTheNextDirectoryRecord, 0);
        }
        return seen;
    }

    @Test
    void writeTo_offsetsLeadFromRecordToRecord() throws IOException {
        DicomDirectory directory = new DicomDirectory();
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, 1)
                .withSeries(2)
                .withSlices(2)
                .withSize(8, 8);
        int number = 0;
        for (Attributes instance : study.instances().toList()) {
            number++;
            directory.add(instance, UID.ExplicitVRLittleEndian, List.of("DICOM", "IM" + number));
        }
        Attributes stranger =
                SyntheticStudy.of(SyntheticKind.CT, 2).withSize(8, 8).instance(0, 0);
        stranger.setString(Tag.PatientID, "ANOTHER");
        directory.add(stranger, UID.JPEGBaseline8Bit, List.of("DICOM", "IM5"));

        byte[] file = write(directory);
        Attributes beginning = read(file);

        assertThat(walk(file, beginning.getInt(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, 0)))
                .containsExactly(
                        "PATIENT",
                        "STUDY",
                        "SERIES",
                        "IMAGE DICOM/IM1",
                        "IMAGE DICOM/IM2",
                        "SERIES",
                        "IMAGE DICOM/IM3",
                        "IMAGE DICOM/IM4",
                        "PATIENT",
                        "STUDY",
                        "SERIES",
                        "IMAGE DICOM/IM5");
        assertThat(walk(file, beginning.getInt(Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, 0)))
                .startsWith("PATIENT")
                .endsWith("IMAGE DICOM/IM5");
        assertThat(beginning.getSequence(Tag.DirectoryRecordSequence)).hasSize(12);
    }

    @Test
    void writeTo_whatIsMissing_isFilledIn() throws IOException {
        Attributes bare = new Attributes();
        bare.setString(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage);
        bare.setString(Tag.SOPInstanceUID, "1.2.3");
        DicomDirectory directory = new DicomDirectory();
        directory.add(bare, UID.ExplicitVRLittleEndian, List.of("DICOM", "IM1"));

        Attributes file = read(write(directory));

        assertThat(file.getSequence(Tag.DirectoryRecordSequence).get(0).getString(Tag.PatientID))
                .isEqualTo("UNKNOWN");
        assertThat(file.getSequence(Tag.DirectoryRecordSequence).get(1).getString(Tag.StudyID))
                .isEqualTo("1");
        assertThat(file.getSequence(Tag.DirectoryRecordSequence).get(2).getString(Tag.SeriesNumber))
                .isEqualTo("1");
        assertThat(file.getSequence(Tag.DirectoryRecordSequence).get(3).getString(Tag.InstanceNumber))
                .isEqualTo("1");
    }

    @Test
    void writeTo_nothing_isAFileAllTheSame() throws IOException {
        Attributes file = read(write(new DicomDirectory()));

        assertThat(file.getInt(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, -1))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.2, IMAGE",
        "1.2.840.10008.5.1.4.1.1.88.33, SR_DOCUMENT",
        "1.2.840.10008.5.1.4.1.1.88.59, KEY_OBJECT_DOC",
        "1.2.840.10008.5.1.4.1.1.11.1, PRESENTATION",
        "1.2.840.10008.5.1.4.1.1.9.1.1, WAVEFORM",
        "1.2.840.10008.5.1.4.1.1.481.3, RT_STRUCTURE_SET",
        "1.2.840.10008.5.1.4.1.1.104.1, ENCAP_DOC"
    })
    void type_followsTheSopClass(String sopClassUid, RecordType expected) {
        assertThat(RecordType.of(sopClassUid)).isEqualTo(expected);
    }
}
