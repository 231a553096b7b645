/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;

/** What a data set must say of itself to be taken in. Messages hold no values. Stateless. */
final class Admission {

    private static final int MAX_UID = 64;

    private Admission() {}

    static InstanceUids uids(Attributes dataset, IngestRequest request) {
        InstanceUids uids = new InstanceUids(
                uid(dataset, Tag.StudyInstanceUID, "Study Instance UID"),
                uid(dataset, Tag.SeriesInstanceUID, "Series Instance UID"),
                uid(dataset, Tag.SOPInstanceUID, "SOP Instance UID"));
        same(request.sopInstanceUid().orElse(uids.sopInstanceUid()), uids.sopInstanceUid(), "SOP Instance UID");
        same(request.studyInstanceUid().orElse(uids.studyInstanceUid()), uids.studyInstanceUid(), "Study Instance UID");
        return uids;
    }

    static String sopClass(Attributes dataset, IngestRequest request) {
        String sopClassUid = uid(dataset, Tag.SOPClassUID, "SOP Class UID");
        same(request.sopClassUid().orElse(sopClassUid), sopClassUid, "SOP Class UID");
        if (sopClassUid.equals(UID.MediaStorageDirectoryStorage)) {
            throw new ArchiveException(ErrorCode.SOP_CLASS_NOT_SUPPORTED, "a media storage directory is no instance");
        }
        return sopClassUid;
    }

    static void transferSyntax(TransferSyntax transferSyntax) {
        if (!transferSyntax.isKnown()) {
            throw new ArchiveException(ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, "the transfer syntax is unknown");
        }
    }

    /** PS3.5 9.1: components of digits, 64 characters at the most; leading zeros are tolerated. */
    private static String uid(Attributes dataset, int tag, String name) {
        String uid = dataset.getString(tag);
        if (uid == null) {
            throw new ArchiveException(ErrorCode.MISSING_IDENTIFIER, name + " is missing");
        }
        if (uid.length() > MAX_UID || !wellFormed(uid)) {
            throw new ArchiveException(ErrorCode.INVALID_IDENTIFIER, name + " is not a UID");
        }
        return uid;
    }

    private static boolean wellFormed(String uid) {
        char before = '.';
        for (int index = 0; index < uid.length(); index++) {
            char at = uid.charAt(index);
            if (at == '.' ? before == '.' : at < '0' || at > '9') {
                return false;
            }
            before = at;
        }
        return before != '.';
    }

    private static void same(String requested, String found, String name) {
        if (!requested.equals(found)) {
            throw new ArchiveException(ErrorCode.IDENTIFIER_MISMATCH, name + " differs from that of the request");
        }
    }

    /** PS3.3 C.7.6.3: native pixel data hold what rows, columns, samples and frames say. */
    static void pixelData(Attributes dataset) {
        if (!(dataset.getValue(Tag.PixelData) instanceof BulkData pixels) || pixels.encapsulated()) {
            return;
        }
        long rows = dataset.getInt(Tag.Rows, 0);
        long columns = dataset.getInt(Tag.Columns, 0);
        long bits = dataset.getInt(Tag.BitsAllocated, 0);
        if (rows <= 0 || columns <= 0 || bits <= 0) {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "an image without rows, columns or bits");
        }
        long samples = Math.max(1, dataset.getInt(Tag.SamplesPerPixel, 1));
        boolean subsampled =
                dataset.getString(Tag.PhotometricInterpretation, "").endsWith("_422");
        long samplesOfTwoPixels = subsampled && samples == 3 ? 4 : 2 * samples;
        long frames = Math.max(1, dataset.getInt(Tag.NumberOfFrames, 1));
        double expected = (double) frames * rows * columns * bits * samplesOfTwoPixels / 16;
        if (pixels.length() < Math.floor(expected)) {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "pixel data are shorter than the image");
        }
    }
}
