/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.BulkIndex;
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
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.ScannedDataset;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.BodyWriter;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Frames and whole instances out of real files. */
class StoredFrameTest {

    private static final int FRAMES = 3;
    private static final int FRAME_LENGTH = 64 * 64 * 2;

    private final Attributes original = SyntheticStudy.of(SyntheticKind.ENHANCED_CT, 7)
            .withSlices(FRAMES)
            .withSize(64, 64)
            .instance(0, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void frames_nativeSyntaxes_areLittleEndianPixels(String transferSyntaxUid) throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredInstance stored = store(objects, TransferSyntax.of(transferSyntaxUid));

            List<Content> frames = new FrameSource(objects).frames(stored, List.of(3, 1));

            assertThat(bytesOf(frames.get(0))).isEqualTo(pixels(2));
            assertThat(bytesOf(frames.get(1))).isEqualTo(pixels(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void frames_manyTimesTheSame_areNotInMemoryBeforeTheyGoOut(String transferSyntaxUid) throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            original.setBytes(Tag.PixelData, VR.OW, new byte[FRAMES * FRAME_LENGTH * 128]);
            original.setInt(Tag.Rows, 64 * 128);
            StoredInstance stored = store(objects, TransferSyntax.of(transferSyntaxUid));
            long before = allocated();

            List<Content> frames = new FrameSource(objects).frames(stored, Collections.nCopies(200, 2));

            assertThat(frames).hasSize(200);
            assertThat(allocated() - before).isLessThan(20L << 20);
            assertThat(bytesOf(frames.get(0))).isEqualTo(new byte[FRAME_LENGTH * 128]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
    void frames_ofOddLengthInWords_arePixelsInTheirOrder(String transferSyntaxUid) throws IOException {
        original.setInt(Tag.Rows, 1);
        original.setInt(Tag.Columns, 5);
        original.setInt(Tag.BitsAllocated, 8);
        original.setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0});
        assertFrames(transferSyntaxUid, new byte[] {1, 2, 3, 4, 5}, new byte[] {6, 7, 8, 9, 10}, new byte[] {
            11, 12, 13, 14, 15
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
    void frames_ofSingleBitsInWords_arePixelsInTheirOrder(String transferSyntaxUid) throws IOException {
        original.setInt(Tag.Rows, 2);
        original.setInt(Tag.Columns, 6);
        original.setInt(Tag.BitsAllocated, 1);
        // 0x123, 0x456 and 0x789, from the lowest bit on
        original.setBytes(Tag.PixelData, VR.OW, new byte[] {0x23, 0x61, 0x45, (byte) 0x89, 7, 0});
        assertFrames(transferSyntaxUid, new byte[] {0x23, 1}, new byte[] {0x56, 4}, new byte[] {(byte) 0x89, 7});
    }

    private void assertFrames(String transferSyntaxUid, byte[]... expected) throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredInstance stored = store(objects, TransferSyntax.of(transferSyntaxUid));
            List<Content> frames = new FrameSource(objects).frames(stored, List.of(1, 2, 3));
            for (int i = 0; i < expected.length; i++) {
                assertThat(bytesOf(frames.get(i))).isEqualTo(expected[i]);
            }
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void frames_beyondTheLast_areNotFound() throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredInstance stored = store(objects, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

            assertThatExceptionOfType(ArchiveException.class)
                    .isThrownBy(() -> new FrameSource(objects).frames(stored, List.of(FRAMES + 1)))
                    .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void file_implicit_isRecoded() throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            InstanceObject stored =
                    InstanceObject.of(store(objects, TransferSyntax.IMPLICIT_LITTLE_ENDIAN), InstanceCorrections.NONE);

            byte[] file = bytesOf(InstanceSource.of(objects, uids -> {
                        throw new AssertionError("no rows");
                    })
                    .file(stored, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));

            int meta = meta(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).length;
            assertThat(DatasetReader.read(
                            Arrays.copyOfRange(file, meta, file.length), TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                    .isEqualTo(original);
        }
    }

    private byte[] pixels(int frame) {
        return Arrays.copyOfRange(original.getBytes(Tag.PixelData), frame * FRAME_LENGTH, (frame + 1) * FRAME_LENGTH);
    }

    private byte[] meta(TransferSyntax syntax) {
        return FileMetaInformation.create(
                        original.getString(Tag.SOPClassUID), original.getString(Tag.SOPInstanceUID), syntax.uid(), null)
                .encode();
    }

    private StoredInstance store(FileObjectStore objects, TransferSyntax syntax) throws IOException {
        byte[] meta = meta(syntax);
        byte[] dataset = DatasetWriter.toBytes(original, syntax);
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(meta, 0, meta.length);
            upload.write(dataset, 0, dataset.length);
            upload.commit(new ObjectLocation("hot", "a/b/c.dcm"));
        }
        ScannedDataset scanned = DatasetScanner.scan(
                new ByteArrayInputStream(dataset), syntax, ScanLimits.DEFAULT, (buffer, offset, length) -> {});
        byte[] bulk = BulkIndex.extract(scanned.attributes());
        return new StoredInstance(
                new InstanceUids("1.1", "1.2", original.getString(Tag.SOPInstanceUID)),
                original.getString(Tag.SOPClassUID),
                syntax.uid(),
                new ObjectLocation("hot", "a/b/c.dcm"),
                Digest.of(new byte[32]),
                meta.length,
                (long) meta.length + dataset.length,
                FRAMES,
                Instant.EPOCH,
                "TEST",
                "main",
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(scanned.attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                bulk,
                scanned.frames().encode());
    }

    private static byte[] bytesOf(Content content) throws IOException {
        CollectingWriter out = new CollectingWriter();
        content.writeTo(out);
        content.length().ifPresent(length -> assertThat(out.bytes.size()).isEqualTo((int) length));
        return out.bytes.toByteArray();
    }

    /** Keeps what is sent. */
    private static final class CollectingWriter extends BodyWriter {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes.write(buffer, offset, length);
        }

        @Override
        public void transfer(Path file, long position, long length) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                transfer(Channels.newInputStream(channel.position(position)), length);
            }
        }

        @Override
        public void transfer(InputStream in, long length) throws IOException {
            bytes.writeBytes(in.readNBytes((int) length));
        }
    }
}
