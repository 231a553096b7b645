/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.data;

import java.util.List;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.FileMetaInformation;

/**
 * A CT image, encoded in explicit VR little endian. The arrays are not copied.
 *
 * @param sopInstanceUid its identifier
 * @param head the data set before the value of Pixel Data
 * @param pixels the value of Pixel Data, the same array for all instances of a template
 */
@SuppressWarnings("ArrayRecordComponent")
public record Instance(String sopInstanceUid, byte[] head, byte[] pixels) {

    /** The data set, in parts. */
    public List<byte[]> dataset() {
        return List.of(head, pixels);
    }

    /** What precedes the data set in a file. */
    public byte[] fileHeader() {
        return FileMetaInformation.create(UID.CTImageStorage, sopInstanceUid, UID.ExplicitVRLittleEndian, "BENCHMARK")
                .encode();
    }

    /** Bytes of the data set. */
    public long length() {
        return (long) head.length + pixels.length;
    }
}
