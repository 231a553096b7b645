/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DicomFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Part10HeaderTest {

    private static final int MAGIC_OFFSET = 128;

    private final byte[] dataset = dataset(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    private final byte[] meta = FileMetaInformation.create(
                    UID.CTImageStorage, "1.2.3", UID.ExplicitVRLittleEndian, "SENDER")
            .encode();

    @Test
    void read_ofAWholeFile_leavesTheStreamAtTheDataSet() throws IOException {
        PushbackInputStream stream =
                new PushbackInputStream(new ByteArrayInputStream(concatenated(meta, dataset)), Part10Header.PUSHBACK);
        Part10Header header = Part10Header.read(stream);
        assertThat(header.dataset()).isSameAs(stream);
        assertThat(stream.readAllBytes()).isEqualTo(dataset);
        assertThat(header.length()).isEqualTo(meta.length);
        assertThat(header.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(header.metaInformation().sopClassUid()).isEqualTo(UID.CTImageStorage);
        assertThat(header.metaInformation().sopInstanceUid()).isEqualTo("1.2.3");
        assertThat(header.metaInformation().attributes().getString(Tag.SourceApplicationEntityTitle))
                .isEqualTo("SENDER");
    }

    @ParameterizedTest
    @ValueSource(ints = {MAGIC_OFFSET, MAGIC_OFFSET + 4})
    void read_withoutPreambleOrMagicWord_findsTheMetaInformation(int from) throws IOException {
        byte[] rest = Arrays.copyOfRange(meta, from, meta.length);
        Part10Header header = read(concatenated(rest, dataset));
        assertThat(header.length()).isEqualTo(rest.length);
        assertThat(header.metaInformation().sopInstanceUid()).isEqualTo("1.2.3");
        assertThat(header.dataset().readAllBytes()).isEqualTo(dataset);
    }

    @Test
    void read_withoutMetaInformation_guessesTheTransferSyntax() throws IOException {
        for (TransferSyntax each :
                new TransferSyntax[] {TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN}) {
            Part10Header header = read(dataset(each));
            assertThat(header.transferSyntax()).isEqualTo(each);
            assertThat(header.length()).isZero();
            assertThat(header.metaInformation().attributes().isEmpty()).isTrue();
            assertThat(header.dataset().readAllBytes()).isEqualTo(dataset(each));
        }
    }

    @Test
    void read_withoutTransferSyntaxInTheMetaInformation_guessesIt() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.MediaStorageSOPInstanceUID, "1.2.3");
        byte[] without = new FileMetaInformation(attributes).encode();
        assertThat(read(concatenated(without, dataset)).transferSyntax())
                .isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] implicit = dataset(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        assertThat(read(concatenated(without, implicit)).transferSyntax())
                .isEqualTo(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void read_ofWhatIsNotDicom_isRefused() {
        assertRefused("GIF89a is another format of images".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertRefused(new byte[0]);
    }

    @Test
    void read_ofAFileThatEndsInItsMetaInformation_isTruncated() {
        assertThatThrownBy(() -> read(Arrays.copyOf(meta, MAGIC_OFFSET + 4 + 12 + 10)))
                .isInstanceOfSatisfying(DicomFormatException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.TRUNCATED));
    }

    @Test
    void read_ofAnEndlessMetaElement_isRefusedWithoutTakingTheMemory() {
        byte[] endless = {2, 0, 1, 0, 'O', 'B', 0, 0, -1, -1, -1, 0x7F, 0, 0};
        assertThatThrownBy(() -> read(endless))
                .isInstanceOfSatisfying(DicomFormatException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.HEADER_TOO_LARGE));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(DicomFormatException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.NOT_DICOM));
    }

    private static Part10Header read(byte[] bytes) throws IOException {
        return Part10Header.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] dataset(TransferSyntax transferSyntax) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SOPClassUID, UID.CTImageStorage);
        attributes.setString(Tag.PatientID, "P1");
        return DatasetWriter.toBytes(attributes, transferSyntax);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
