/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatasetDigestTest {

    @ParameterizedTest
    @EnumSource(SyntheticKind.class)
    void of_nativeTransferSyntaxes_isTheSame(SyntheticKind kind) throws Exception {
        Attributes dataset = image(kind);
        String explicit = digest(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        for (TransferSyntax other : List.of(
                TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED)) {
            assertThat(digest(dataset, other)).as(other.uid()).isEqualTo(explicit);
        }
    }

    @Test
    void of_aPixelOfMany_changesIt() throws Exception {
        Attributes dataset = image(SyntheticKind.CT);
        String before = digest(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] pixels = dataset.getBytes(Tag.PixelData);

        for (int position : new int[] {0, 4095, 4096, pixels.length - 1}) {
            byte[] changed = pixels.clone();
            changed[position] ^= 1;
            dataset.setBytes(Tag.PixelData, VR.OW, changed);
            assertThat(digest(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)).isNotEqualTo(before);
        }
    }

    @Test
    void of_anElementMore_lessOrOther_changesIt() throws Exception {
        String before = digest(image(SyntheticKind.MR), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        Attributes more = image(SyntheticKind.MR);
        more.setString(Tag.PatientComments, VR.LT, "x");
        Attributes less = image(SyntheticKind.MR);
        less.remove(Tag.StudyDescription);
        Attributes other = image(SyntheticKind.MR);
        other.setString(Tag.PatientID, VR.LO, "other");

        for (Attributes each : List.of(more, less, other)) {
            assertThat(digest(each, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)).isNotEqualTo(before);
        }
    }

    @Test
    void of_groupLengthAndTrailingPadding_leavesItAsItIs() throws Exception {
        Attributes dataset = image(SyntheticKind.CT);
        String before = digest(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] groupLength = {8, 0, 0, 0, 'U', 'L', 4, 0, 100, 0, 0, 0};
        byte[] padding = {(byte) 0xfc, (byte) 0xff, (byte) 0xfc, (byte) 0xff, 'O', 'B', 0, 0, 2, 0, 0, 0, 0, 0};
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.writeBytes(groupLength);
        with.writeBytes(DatasetWriter.toBytes(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
        with.writeBytes(padding);

        assertThat(DatasetDigest.of(
                        new ByteArrayInputStream(with.toByteArray()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()))
                .isEqualTo(before);
    }

    @Test
    void of_cutOff_fails() {
        byte[] bytes = DatasetWriter.toBytes(image(SyntheticKind.CT), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);

        assertThatThrownBy(() ->
                        DatasetDigest.of(new ByteArrayInputStream(half), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()))
                .isInstanceOf(EOFException.class);
    }

    private static Attributes image(SyntheticKind kind) {
        return SyntheticStudy.of(kind, 4).withSize(64, 64).withSlices(3).instance(0, 0);
    }

    private static String digest(Attributes dataset, TransferSyntax syntax) throws Exception {
        return DatasetDigest.of(new ByteArrayInputStream(DatasetWriter.toBytes(dataset, syntax)), syntax.uid());
    }
}
