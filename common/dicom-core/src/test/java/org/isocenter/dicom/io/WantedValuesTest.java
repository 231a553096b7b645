/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WantedValuesTest {

    private static Attributes study() {
        Attributes study = new Attributes();
        study.setSpecificCharacterSet("ISO_IR 192");
        study.setString(Tag.StudyDate, "20260101");
        study.setString(Tag.PatientName, "Äbc^Def");
        study.setString(Tag.PatientID, "P1");
        Attributes item = new Attributes();
        item.setString(Tag.CodeValue, "T-1");
        study.newSequence(Tag.ProcedureCodeSequence, VR.SQ).add(item);
        return study;
    }

    @Test
    void valuesThatAreNotWanted_areLeftOut() throws IOException {
        byte[] encoded = DatasetWriter.toBytes(study(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] within = new byte[encoded.length + 7];
        System.arraycopy(encoded, 0, within, 3, encoded.length);

        Attributes read = DatasetReader.readWanted(
                within, 3, encoded.length, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, tag -> tag == Tag.PatientName);

        assertThat(read.getString(Tag.PatientName)).isEqualTo("Äbc^Def");
        assertThat(read.contains(Tag.PatientID)).isFalse();
        assertThat(read.contains(Tag.StudyDate)).isFalse();
        assertThat(read.getSequence(Tag.ProcedureCodeSequence).get(0).getString(Tag.CodeValue))
                .isEqualTo("T-1");
    }

    @Test
    void valueThatIsCutShort_isToldThoughNobodyWantsIt() {
        byte[] encoded = DatasetWriter.toBytes(study(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] cut = Arrays.copyOf(encoded, 30);

        assertThatThrownBy(() -> DatasetReader.readWanted(
                        cut, 0, cut.length, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, tag -> false))
                .isInstanceOf(DicomFormatException.class);
    }
}
