/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayOutputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * The File Meta Information of a Part 10 file (PS3.10 7.1).
 *
 * @param attributes the elements of group 0002, without the group length
 */
public record FileMetaInformation(Attributes attributes) {
    /** Bytes before the group: the preamble and its magic word. */
    public static final int PREAMBLE_LENGTH = 132;

    /** The UID under which files are written. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.1487781653765963847250954550879745174";

    /** The name under which files are written. */
    public static final String IMPLEMENTATION_VERSION_NAME = "ISOCENTER_01";

    private static final byte[] VERSION = {0, 1};
    private static final int MAGIC_OFFSET = 128;

    /** Meta information for an instance; the application entity that sent it may be null. */
    public static FileMetaInformation create(
            String sopClassUid, String sopInstanceUid, String transferSyntaxUid, String sourceAet) {
        Attributes attributes = new Attributes(8);
        attributes.setBytes(Tag.FileMetaInformationVersion, VR.OB, VERSION);
        attributes.setString(Tag.MediaStorageSOPClassUID, VR.UI, sopClassUid);
        attributes.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, sopInstanceUid);
        attributes.setString(Tag.TransferSyntaxUID, VR.UI, transferSyntaxUid);
        attributes.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS_UID);
        attributes.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION_NAME);
        if (sourceAet != null && !sourceAet.isBlank()) {
            attributes.setString(Tag.SourceApplicationEntityTitle, VR.AE, sourceAet);
        }
        return new FileMetaInformation(attributes);
    }

    /** What a file begins with: a preamble of zeros, DICM and the group with its length. */
    public byte[] encode() {
        Attributes group = new Attributes(attributes.size() + 1);
        group.setInt(Tag.FileMetaInformationGroupLength, VR.UL, 0);
        group.addAll(attributes);
        byte[] encoded = DatasetWriter.toBytes(group, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        ByteArrayOutputStream file = new ByteArrayOutputStream(PREAMBLE_LENGTH + encoded.length);
        file.write(new byte[MAGIC_OFFSET], 0, MAGIC_OFFSET);
        file.write('D');
        file.write('I');
        file.write('C');
        file.write('M');
        file.write(encoded, 0, encoded.length);
        return file.toByteArray();
    }

    /** The media storage SOP class UID, or null. */
    public String sopClassUid() {
        return attributes.getString(Tag.MediaStorageSOPClassUID);
    }

    /** The media storage SOP instance UID, or null. */
    public String sopInstanceUid() {
        return attributes.getString(Tag.MediaStorageSOPInstanceUID);
    }

    /** The transfer syntax UID, or null. */
    public String transferSyntaxUid() {
        return attributes.getString(Tag.TransferSyntaxUID);
    }
}
