/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.digest.DatasetDigest;

/**
 * The header of a study's instances, encoded once; for each instance only values of a fixed length are written anew, into the
 * encoded form and into the canonical form for the digest. Immutable.
 */
final class HeaderTemplate {

    private static final int ELEMENT_HEAD = 8;
    private static final int CANONICAL_HEAD = 8;
    private static final int PIXEL_DATA_HEAD = 12;
    private static final double SLICE = 1.25;

    private final byte[] head;
    private final byte[] canonical;
    private final List<Slot> slots = new ArrayList<>();
    private final StudyIdentifiers identifiers;
    private final int study;

    /** Where the value of an element stands in the two forms. */
    private record Slot(int tag, int inHead, int inCanonical) {}

    /**
     * Encodes the header.
     *
     * @param attributes of the study, without pixels; are changed
     * @param pixels bytes of the value, -1 for fragments
     */
    HeaderTemplate(Attributes attributes, StudyIdentifiers identifiers, int study, long pixels) {
        this.identifiers = identifiers;
        this.study = study;
        boolean positioned = attributes.contains(Tag.SliceLocation);
        int[] tags = positioned
                ? new int[] {
                    Tag.SOPInstanceUID,
                    Tag.SeriesInstanceUID,
                    Tag.SeriesNumber,
                    Tag.InstanceNumber,
                    Tag.SliceLocation,
                    Tag.ImagePositionPatient
                }
                : new int[] {Tag.SOPInstanceUID, Tag.SeriesInstanceUID, Tag.SeriesNumber, Tag.InstanceNumber};
        for (int tag : tags) {
            VR vr = attributes.getVR(tag);
            attributes.setString(tag, vr, value(tag, 0, 0, 0).split("\\\\"));
        }
        byte[] elements = DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        this.head = ByteBuffer.allocate(elements.length + PIXEL_DATA_HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(elements)
                .put(pixelDataHead(attributes, pixels))
                .array();
        byte[] withoutPixels = DatasetDigest.canonicalElements(elements);
        this.canonical = ByteBuffer.allocate(withoutPixels.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(withoutPixels)
                .putInt(Tag.PixelData)
                .array();
        for (int tag : tags) {
            String value = value(tag, 0, 0, 0);
            slots.add(new Slot(
                    tag,
                    find(head, headOf(tag, attributes.getVR(tag), value)) + ELEMENT_HEAD,
                    find(canonical, canonicalHeadOf(tag, value)) + CANONICAL_HEAD));
        }
    }

    /** The encoded header of an instance, with the head of Pixel Data at its end. */
    byte[] head(int series, int instance, int inStudy) {
        byte[] copy = head.clone();
        for (Slot slot : slots) {
            write(copy, slot.inHead(), value(slot.tag(), series, instance, inStudy));
        }
        return copy;
    }

    /** The canonical header of an instance. */
    byte[] canonical(int series, int instance, int inStudy) {
        byte[] copy = canonical.clone();
        for (Slot slot : slots) {
            write(copy, slot.inCanonical(), value(slot.tag(), series, instance, inStudy));
        }
        return copy;
    }

    /** All values of an element have the same length, which is even where it matters for the padding. */
    private String value(int tag, int series, int instance, int inStudy) {
        return switch (tag) {
            case Tag.SOPInstanceUID -> identifiers.sopInstanceUid(study, inStudy);
            case Tag.SeriesInstanceUID -> identifiers.seriesInstanceUid(study, series);
            case Tag.SeriesNumber -> Integer.toString(10 + series);
            case Tag.InstanceNumber -> Integer.toString(10_000_001 + instance);
            case Tag.SliceLocation -> slice(instance);
            case Tag.ImagePositionPatient -> "-192\\-192\\" + slice(instance);
            default -> throw new IllegalArgumentException("not a value that changes");
        };
    }

    private static String slice(int instance) {
        return String.format(Locale.ROOT, "%012.3f", instance * SLICE);
    }

    private static byte[] pixelDataHead(Attributes attributes, long pixels) {
        boolean words = pixels >= 0 && attributes.getInt(Tag.BitsAllocated, 16) > 8;
        return ByteBuffer.allocate(PIXEL_DATA_HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7FE0)
                .putShort((short) 0x0010)
                .put((byte) 'O')
                .put((byte) (words ? 'W' : 'B'))
                .putShort((short) 0)
                .putInt((int) pixels)
                .array();
    }

    private static byte[] headOf(int tag, VR vr, String value) {
        byte[] text = value.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(ELEMENT_HEAD + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >> 16))
                .putShort((short) tag)
                .put(vr.name().getBytes(StandardCharsets.US_ASCII))
                .putShort((short) (text.length + 1 & ~1))
                .put(text)
                .array();
    }

    private static byte[] canonicalHeadOf(int tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(CANONICAL_HEAD + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(tag)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static void write(byte[] target, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    private static int find(byte[] where, byte[] what) {
        for (int i = 0; i + what.length <= where.length; i++) {
            if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new IllegalStateException("the header lacks an element that changes");
    }
}
