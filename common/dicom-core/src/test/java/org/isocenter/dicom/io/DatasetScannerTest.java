/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DicomFormatException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DatasetScannerTest {
    private static final TransferSyntax JPEG = TransferSyntax.of(UID.JPEGBaseline8Bit);
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    private static final byte[] NO_TABLE = {};

    private static ScannedDataset scan(Attributes attributes, TransferSyntax transferSyntax) throws IOException {
        byte[] bytes = DatasetWriter.toBytes(attributes, transferSyntax);
        return DatasetScanner.scan(new ByteArrayInputStream(bytes), transferSyntax, ScanLimits.DEFAULT, ByteSink.NONE);
    }

    private static byte[] start(int number) {
        return new byte[] {-1, -40, -1, (byte) number};
    }

    private static Attributes encapsulated(int frames, byte[]... items) {
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.NumberOfFrames, frames);
        Fragments fragments = new Fragments();
        fragments.addAll(Arrays.asList(items));
        attributes.setValue(Tag.PixelData, VR.OB, fragments);
        return attributes;
    }

    private static byte[] frame(Attributes attributes, int number) throws IOException {
        byte[] bytes = DatasetWriter.toBytes(attributes, JPEG);
        FrameIndex index = scan(attributes, JPEG).frames();
        FrameRange range = index.frame(number);
        byte[] part = Arrays.copyOfRange(bytes, (int) range.offset(), (int) (range.offset() + range.length()));
        assertThat(range.strip(new ByteArrayInputStream(part)).readAllBytes()).isEqualTo(range.strip(part));
        return range.strip(part);
    }

    @Test
    void frames_oneFrameOfTwoFragments_joined() throws IOException {
        Attributes attributes = encapsulated(1, NO_TABLE, start(1), new byte[] {7, 7});
        assertThat(scan(attributes, JPEG).frames().count()).isEqualTo(1);
        assertThat(frame(attributes, 0)).containsExactly(-1, -40, -1, 1, 7, 7);
    }

    @Test
    void frames_basicOffsetTable_grouped() throws IOException {
        byte[] table = {0, 0, 0, 0, 22, 0, 0, 0};
        Attributes attributes = encapsulated(2, table, start(1), new byte[] {7, 7}, new byte[] {8, 8});
        assertThat(frame(attributes, 0)).containsExactly(-1, -40, -1, 1, 7, 7);
        assertThat(frame(attributes, 1)).containsExactly(8, 8);
    }

    @Test
    void frames_wrongOffsetTable_byMarkers() throws IOException {
        byte[] table = {0, 0, 0, 0, 99, 0, 0, 0};
        Attributes attributes = encapsulated(2, table, start(1), new byte[] {7, 7}, start(2));
        assertThat(frame(attributes, 1)).containsExactly(-1, -40, -1, 2);
    }

    @Test
    void frames_extendedOffsetTable_grouped() throws IOException {
        Attributes attributes = encapsulated(2, NO_TABLE, new byte[] {1, 1}, new byte[] {2, 2}, new byte[] {3, 3});
        attributes.setBytes(
                Tag.ExtendedOffsetTable, VR.OV, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0});
        assertThat(frame(attributes, 0)).containsExactly(1, 1);
        assertThat(frame(attributes, 1)).containsExactly(2, 2, 3, 3);
    }

    @Test
    void frames_tenThousand_encodedInTensOfKilobytes() throws IOException {
        byte[][] items = new byte[10_001][];
        Arrays.setAll(items, i -> i == 0 ? NO_TABLE : new byte[2000]);
        FrameIndex frames = scan(encapsulated(10_000, items), JPEG).frames();
        assertThat(frames.count()).isEqualTo(10_000);
        assertThat(frames.encode()).hasSizeLessThan(40_000);
        assertThat(FrameIndex.decode(frames.encode())).isEqualTo(frames);
    }

    @Test
    void frames_oneBit_unaligned() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.Rows, 3);
        attributes.setInt(Tag.Columns, 4);
        attributes.setInt(Tag.SamplesPerPixel, 1);
        attributes.setInt(Tag.BitsAllocated, 1);
        attributes.setInt(Tag.NumberOfFrames, 2);
        attributes.setBytes(Tag.PixelData, VR.OB, new byte[] {(byte) 0xFF, (byte) 0x5F, 0x0A, 0});
        FrameIndex frames = scan(attributes, EXPLICIT).frames();
        assertThat(frames.count()).isEqualTo(2);
        assertThat(frames.bitOffset(1)).isEqualTo(4);
        assertThat(frames.extract(1, new byte[] {0x5F, 0x0A})).containsExactly(0xA5, 0x00);
    }

    @Test
    void scan_longValues_leftInTheObject() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setBytes(Tag.EncapsulatedDocument, VR.OB, new byte[1026]);
        ScannedDataset scanned = scan(attributes, EXPLICIT);
        assertThat(scanned.attributes().getValue(Tag.EncapsulatedDocument)).isEqualTo(new BulkData(12, 1026));
        assertThat(scanned.length()).isEqualTo(1038);
    }

    @Test
    void scan_nestedTooDeeply_typed() {
        Attributes attributes = new Attributes();
        Attributes inner = attributes;
        for (int level = 0; level < 65; level++) {
            Attributes item = new Attributes();
            inner.newSequence(Tag.ContentSequence).add(item);
            inner = item;
        }
        assertReason(DatasetWriter.toBytes(attributes, EXPLICIT), Reason.NESTED_TOO_DEEPLY);
    }

    @Test
    void scan_cutShort_truncated() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientID, "12345678");
        byte[] bytes = DatasetWriter.toBytes(attributes, EXPLICIT);
        assertReason(Arrays.copyOf(bytes, bytes.length - 1), Reason.TRUNCATED);
        assertReason(Arrays.copyOf(bytes, 5), Reason.TRUNCATED);
    }

    @Test
    void scan_zerosAfterTheEnd_ignored() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientID, "12345678");
        byte[] bytes = DatasetWriter.toBytes(attributes, EXPLICIT);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + 100);
        assertThat(DatasetReader.read(padded, EXPLICIT)).isEqualTo(attributes);
    }

    @Test
    void scan_fewElementsOutOfOrder_sorted() throws IOException {
        byte[] dataset = descending(100);
        Attributes attributes = DatasetScanner.scan(
                        new ByteArrayInputStream(dataset), EXPLICIT, ScanLimits.DEFAULT, ByteSink.NONE)
                .attributes();
        assertThat(attributes.size()).isEqualTo(100);
        assertThat(attributes.tagAt(0)).isEqualTo(0x00110000 + 0x1000);
    }

    @Test
    void scan_hundredThousandsOfElementsOutOfOrder_refusedInsteadOfSorted() {
        assertReason(descending(200_000), Reason.UNEXPECTED_TAG);
    }

    /** Empty private elements, the last first. */
    private static byte[] descending(int count) {
        ByteBuffer dataset = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = count - 1; i >= 0; i--) {
            dataset.putShort((short) (0x0011 + 2 * (i / 0x1000)));
            dataset.putShort((short) (0x1000 + i % 0x1000));
            dataset.put((byte) 'C').put((byte) 'S').putShort((short) 0);
        }
        return dataset.array();
    }

    private static void assertReason(byte[] dataset, Reason reason) {
        DicomFormatException thrown = catchThrowableOfType(
                DicomFormatException.class,
                () -> DatasetScanner.scan(
                        new ByteArrayInputStream(dataset), EXPLICIT, ScanLimits.DEFAULT, ByteSink.NONE));
        assertThat(thrown.reason()).isEqualTo(reason);
    }
}
