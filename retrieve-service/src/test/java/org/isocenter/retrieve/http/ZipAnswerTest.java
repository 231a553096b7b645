/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ZipAnswerTest {

    private static final String END_OF_CENTRAL_DIRECTORY = "PK\5\6";
    private static final byte[] OBJECT = "a file as it is kept".repeat(5000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private FileObjectStore objects;

    @BeforeEach
    void open() {
        objects = new FileObjectStore(folder, Durability.PROCESS);
    }

    @AfterEach
    void close() {
        objects.close();
    }

    private StoredInstance store(int number, String transferSyntaxUid) {
        ObjectLocation location = new ObjectLocation("hot", "object" + number);
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(OBJECT, 0, OBJECT.length);
            upload.commit(location);
        }
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.SeriesNumber, 7);
        attributes.setInt(Tag.InstanceNumber, number);
        return new StoredInstance(
                new InstanceUids("1", "1.1", "1.1." + number),
                UID.CTImageStorage,
                transferSyntaxUid,
                location,
                new Digest("0".repeat(64)),
                0,
                OBJECT.length,
                1,
                Instant.EPOCH,
                "TEST",
                "main",
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                new byte[4],
                new byte[0]);
    }

    private ZipAnswer answer() {
        return new ZipAnswer(
                InstanceSource.of(objects, uids -> {
                    throw new AssertionError("no rows");
                }),
                new WantedSyntaxes(List.of(WantedSyntaxes.ANY)),
                uids -> InstanceCorrections.NONE,
                false);
    }

    @Test
    void write_compressesWhatIsNot() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        answer().write(
                        List.of(store(1, UID.ExplicitVRLittleEndian), store(2, UID.JPEGBaseline8Bit))
                                .iterator(),
                        file,
                        Runnable::run);

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("0007/0001.dcm");
            assertThat(zip.readAllBytes()).isEqualTo(OBJECT);
            ZipEntry second = zip.getNextEntry();
            assertThat(second.getName()).isEqualTo("0007/0002.dcm");
            assertThat(zip.readAllBytes()).isEqualTo(OBJECT);
            assertThat(zip.getNextEntry()).isNull();
            assertThat(first.getCompressedSize()).isLessThan(OBJECT.length / 2);
            assertThat(second.getCompressedSize()).isGreaterThan(OBJECT.length);
        }
    }

    @Test
    void write_clientGone_leavesNoFileThatLooksWhole() {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        OutputStream leaving = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (received.size() > OBJECT.length / 2) {
                    throw new IOException("the client is gone");
                }
                received.write(bytes, offset, length);
            }
        };

        assertThatIOException().isThrownBy(() -> answer().write(
                        List.of(store(1, UID.JPEGBaseline8Bit), store(2, UID.JPEGBaseline8Bit))
                                .iterator(),
                        leaving,
                        Runnable::run));

        assertThat(received.toString(StandardCharsets.ISO_8859_1)).doesNotContain(END_OF_CENTRAL_DIRECTORY);
    }
}
