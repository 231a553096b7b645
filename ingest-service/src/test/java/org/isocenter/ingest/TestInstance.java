/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/** Builds small DICOM files byte by byte, so that what is sent does not depend on what is tested. */
public final class TestInstance {

    private static final String UID_ROOT = "1.2.826.0.1.3680043.10.1";
    private static final AtomicLong NEXT =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40) << 12);

    private final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);
    private String transferSyntaxUid = UID.ExplicitVRLittleEndian;

    private TestInstance() {}

    /** A CT slice of a new study. */
    public static TestInstance ct() {
        return ct(newUid(), newUid());
    }

    /** A CT slice of the study and series. */
    public static TestInstance ct(String studyInstanceUid, String seriesInstanceUid) {
        TestInstance instance = new TestInstance();
        instance.with(Tag.SOPClassUID, "UI", UID.CTImageStorage)
                .with(Tag.SOPInstanceUID, "UI", newUid())
                .with(Tag.StudyDate, "DA", "20260102")
                .with(Tag.Modality, "CS", "CT")
                .with(Tag.PatientName, "PN", "Test^Ingest")
                .with(Tag.PatientID, "LO", "T-1")
                .with(Tag.StudyInstanceUID, "UI", studyInstanceUid)
                .with(Tag.SeriesInstanceUID, "UI", seriesInstanceUid)
                .with(Tag.InstanceNumber, "IS", "1")
                .with(Tag.SamplesPerPixel, 1)
                .with(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .with(Tag.Rows, 64)
                .with(Tag.Columns, 64)
                .with(Tag.BitsAllocated, 16)
                .with(Tag.BitsStored, 12)
                .with(Tag.HighBit, 11)
                .with(Tag.PixelRepresentation, 0)
                .withPixels(64 * 64 * 2);
        return instance;
    }

    /** A UID that no other test has. */
    public static String newUid() {
        return UID_ROOT + "." + NEXT.incrementAndGet();
    }

    /** Sets a text element. */
    public TestInstance with(int tag, String vr, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
        if (padded.length > bytes.length && !vr.equals("UI")) {
            padded[bytes.length] = ' ';
        }
        elements.put(tag, shortElement(tag, vr, padded));
        return this;
    }

    /** Sets an element of VR US. */
    public TestInstance with(int tag, int value) {
        elements.put(tag, shortElement(tag, "US", new byte[] {(byte) value, (byte) (value >> 8)}));
        return this;
    }

    /** Sets pixel data of noise. */
    public TestInstance withPixels(int length) {
        byte[] pixels = new byte[length];
        new Random(NEXT.get()).nextBytes(pixels);
        ByteBuffer element = header(12 + length, Tag.PixelData, "OW")
                .putShort((short) 0)
                .putInt(length)
                .put(pixels);
        elements.put(Tag.PixelData, element.array());
        return this;
    }

    /** Leaves an element out. */
    public TestInstance without(int tag) {
        elements.remove(tag);
        return this;
    }

    /** Claims another transfer syntax in the meta information. */
    public TestInstance claiming(String newTransferSyntaxUid) {
        transferSyntaxUid = newTransferSyntaxUid;
        return this;
    }

    /** The value of a UID element. */
    public String uid(int tag) {
        byte[] element = elements.get(tag);
        return new String(element, 8, element.length - 8, StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }

    /** The data set in explicit VR little endian. */
    public byte[] dataset() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        elements.values().forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The whole file. */
    public byte[] file() {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        meta.writeBytes(header(14, Tag.FileMetaInformationVersion, "OB")
                .putShort((short) 0)
                .putInt(2)
                .put(new byte[] {0, 1})
                .array());
        for (int tag : new int[] {Tag.SOPClassUID, Tag.SOPInstanceUID}) {
            if (elements.containsKey(tag)) {
                int metaTag = tag == Tag.SOPClassUID ? Tag.MediaStorageSOPClassUID : Tag.MediaStorageSOPInstanceUID;
                byte[] element = elements.get(tag);
                meta.writeBytes(shortElement(metaTag, "UI", Arrays.copyOfRange(element, 8, element.length)));
            }
        }
        String padded = transferSyntaxUid + (transferSyntaxUid.length() % 2 == 0 ? "" : "\0");
        meta.writeBytes(shortElement(Tag.TransferSyntaxUID, "UI", padded.getBytes(StandardCharsets.US_ASCII)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(header(12, Tag.FileMetaInformationGroupLength, "UL")
                .putShort((short) 4)
                .putInt(meta.size())
                .array());
        out.writeBytes(meta.toByteArray());
        out.writeBytes(dataset());
        return out.toByteArray();
    }

    private static byte[] shortElement(int tag, String vr, byte[] value) {
        return header(8 + value.length, tag, vr)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static ByteBuffer header(int length, int tag, String vr) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .put(vr.getBytes(StandardCharsets.US_ASCII));
    }
}
