/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkDataOutputTest {

    private static byte[] write(Attributes attributes, BulkDataOutput writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DatasetWriter.write(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out, writer);
        return out.toByteArray();
    }

    private static BulkDataOutput sevens() {
        return (tag, bulk, out) -> {
            byte[] bytes = new byte[(int) bulk.length()];
            Arrays.fill(bytes, (byte) 7);
            out.write(bytes);
        };
    }

    private static byte[] sevens(int length, int padded) {
        byte[] bytes = new byte[padded];
        Arrays.fill(bytes, 0, length, (byte) 7);
        return bytes;
    }

    @Test
    void write_valuesOfTheTopAndOfAnItem() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientID, VR.LO, "T-1");
        Attributes item = new Attributes();
        item.setValue(Tag.WaveformData, VR.OW, new BulkData(1, 70_001));
        attributes.newSequence(Tag.WaveformSequence).add(item);
        attributes.setValue(Tag.PixelData, VR.OB, new BulkData(2, 9));
        Attributes read = DatasetReader.read(write(attributes, sevens()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(read.getNested(Tag.WaveformSequence).getBytes(Tag.WaveformData))
                .isEqualTo(sevens(70_001, 70_002));
        assertThat(read.getBytes(Tag.PixelData)).isEqualTo(sevens(9, 10));
        assertThat(read.getString(Tag.PatientID)).isEqualTo("T-1");
    }

    /** PS3.5 6.2.2: the header of its VR has no room for the length, so it becomes UN, in an item too. */
    @Test
    void write_valueTooLongForItsVr() throws IOException {
        Attributes attributes = new Attributes();
        Attributes item = new Attributes();
        item.setValue(Tag.ImageComments, VR.LT, new BulkData(0, 70_000));
        attributes.newSequence(Tag.ReferencedImageSequence).add(item);
        attributes.setString(Tag.SeriesDescription, VR.LO, "after");
        Attributes read = DatasetReader.read(write(attributes, sevens()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(read.getNested(Tag.ReferencedImageSequence).getBytes(Tag.ImageComments))
                .hasSize(70_000);
        assertThat(read.getString(Tag.SeriesDescription)).isEqualTo("after");
    }

    @Test
    void write_encapsulatedValue() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setValue(Tag.PixelData, VR.OB, new BulkData(0, BulkData.UNDEFINED_LENGTH));
        byte[] items = {
            (byte) 0xfe,
            (byte) 0xff,
            0,
            (byte) 0xe0,
            0,
            0,
            0,
            0,
            (byte) 0xfe,
            (byte) 0xff,
            0,
            (byte) 0xe0,
            2,
            0,
            0,
            0,
            7,
            7,
            (byte) 0xfe,
            (byte) 0xff,
            (byte) 0xdd,
            (byte) 0xe0,
            0,
            0,
            0,
            0
        };
        byte[] written = write(attributes, (tag, bulk, out) -> out.write(items));
        Fragments fragments = (Fragments) DatasetReader.read(written, TransferSyntax.of("1.2.840.10008.1.2.4.50"))
                .getValue(Tag.PixelData);
        assertThat(fragments).hasSize(2);
        assertThat(fragments.get(1)).containsExactly(7, 7);
    }

    @Test
    void write_valueLongerThanAnElement() {
        Attributes attributes = new Attributes();
        attributes.setValue(Tag.PixelData, VR.OB, new BulkData(0, 0xFFFF_FFFFL));
        assertThatThrownBy(() -> write(attributes, sevens()))
                .isInstanceOfSatisfying(DicomFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(DicomFormatException.Reason.ELEMENT_TOO_LONG));
    }

    @Test
    void write_valueThatNobodyGives() {
        Attributes attributes = new Attributes();
        attributes.setValue(Tag.PixelData, VR.OB, new BulkData(0, 4));
        assertThatThrownBy(() -> DatasetWriter.write(
                        attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }
}
