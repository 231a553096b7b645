/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/**
 * Encodes a synthetic CT image once and then only writes other identifiers into its copies, so that making instances costs
 * nothing beside sending them. Thread-safe.
 */
public final class InstanceTemplate {

    private static final int SAMPLE_STUDY = 123_456_789;
    private static final int SAMPLE_INSTANCE = 234_567_891;
    private static final String SAMPLE_DATE = "18991231";
    private static final int IMAGE_SIZE = 512;
    private static final int SMALL_SIZE = 8;

    private final Identifiers identifiers;
    private final byte[] head;
    private final byte[] pixels;
    private final int sopInstanceUid;
    private final int studyInstanceUid;
    private final int seriesInstanceUid;
    private final int patientId;
    private final int accessionNumber;
    private final int studyDate;

    private InstanceTemplate(Identifiers identifiers, int size) {
        this.identifiers = identifiers;
        Attributes image = SyntheticStudy.of(SyntheticKind.CT, identifiers.run())
                .withSize(size, size)
                .instance(0, 0);
        this.pixels = image.getBytes(Tag.PixelData);
        image.setString(Tag.SOPInstanceUID, identifiers.sopInstanceUid(SAMPLE_INSTANCE));
        image.setString(Tag.StudyInstanceUID, identifiers.studyInstanceUid(SAMPLE_STUDY));
        image.setString(Tag.SeriesInstanceUID, identifiers.seriesInstanceUid(SAMPLE_STUDY));
        image.setString(Tag.PatientID, identifiers.patientId(SAMPLE_STUDY));
        image.setString(Tag.AccessionNumber, identifiers.accessionNumber(SAMPLE_STUDY));
        image.setString(Tag.StudyDate, SAMPLE_DATE);
        byte[] whole = DatasetWriter.toBytes(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        this.head = Arrays.copyOf(whole, whole.length - pixels.length);
        this.sopInstanceUid = find(identifiers.sopInstanceUid(SAMPLE_INSTANCE));
        this.studyInstanceUid = find(identifiers.studyInstanceUid(SAMPLE_STUDY));
        this.seriesInstanceUid = find(identifiers.seriesInstanceUid(SAMPLE_STUDY));
        this.patientId = find(identifiers.patientId(SAMPLE_STUDY));
        this.accessionNumber = find(identifiers.accessionNumber(SAMPLE_STUDY));
        this.studyDate = find(SAMPLE_DATE);
    }

    /** Images of 512 x 512 pixels of 16 bits. */
    public static InstanceTemplate images(Identifiers identifiers) {
        return new InstanceTemplate(identifiers, IMAGE_SIZE);
    }

    /** Images of a few pixels, for studies of which only the number matters. */
    public static InstanceTemplate small(Identifiers identifiers) {
        return new InstanceTemplate(identifiers, SMALL_SIZE);
    }

    /** The identifiers that the instances have. */
    public Identifiers identifiers() {
        return identifiers;
    }

    /** The instance of the number, in the study of the number. */
    public Instance instance(int study, int instance) {
        byte[] copy = head.clone();
        String uid = identifiers.sopInstanceUid(instance);
        write(copy, sopInstanceUid, uid);
        write(copy, studyInstanceUid, identifiers.studyInstanceUid(study));
        write(copy, seriesInstanceUid, identifiers.seriesInstanceUid(study));
        write(copy, patientId, identifiers.patientId(study));
        write(copy, accessionNumber, identifiers.accessionNumber(study));
        write(copy, studyDate, identifiers.studyDate(study));
        return new Instance(uid, copy, pixels);
    }

    private static void write(byte[] target, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    private int find(String text) {
        int found = new String(head, StandardCharsets.ISO_8859_1).indexOf(text);
        if (found < 0) {
            throw new IllegalStateException("the template lacks an identifier");
        }
        return found;
    }
}
