/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.SopClasses;
import org.isocenter.dicom.io.TransferSyntax;

/** What a data set must have to be taken in. */
final class InstanceCheck {

    private final boolean acceptUnlistedSopClasses;

    InstanceCheck(boolean acceptUnlistedSopClasses) {
        this.acceptUnlistedSopClasses = acceptUnlistedSopClasses;
    }

    /** Refuses transfer syntaxes that cannot be kept: unknown ones, and those that leave the pixels on another server (JPIP). */
    void checkTransferSyntax(TransferSyntax transferSyntax) {
        String uid = transferSyntax.uid();
        boolean referenced = uid.equals(UID.JPIPReferenced)
                || uid.equals(UID.JPIPReferencedDeflate)
                || uid.equals("1.2.840.10008.1.2.4.204")
                || uid.equals("1.2.840.10008.1.2.4.205");
        if (!transferSyntax.isKnown() || referenced) {
            throw new ArchiveException(ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, "the transfer syntax is not supported");
        }
    }

    String sopClassUid(Attributes attributes, IngestRequest request) {
        String sopClassUid = uid(attributes, Tag.SOPClassUID, "SOP Class UID");
        requireSame(request.sopClassUid(), sopClassUid, "SOP Class UID");
        boolean directory = sopClassUid.equals(UID.MediaStorageDirectoryStorage);
        if (directory || !acceptUnlistedSopClasses && !SopClasses.isStorage(sopClassUid)) {
            throw new ArchiveException(ErrorCode.SOP_CLASS_NOT_SUPPORTED, "the SOP class is not stored");
        }
        return sopClassUid;
    }

    InstanceUids uids(Attributes attributes, IngestRequest request) {
        InstanceUids uids = new InstanceUids(
                uid(attributes, Tag.StudyInstanceUID, "Study Instance UID"),
                uid(attributes, Tag.SeriesInstanceUID, "Series Instance UID"),
                uid(attributes, Tag.SOPInstanceUID, "SOP Instance UID"));
        requireSame(request.sopInstanceUid(), uids.sopInstanceUid(), "SOP Instance UID");
        requireSame(request.studyInstanceUid(), uids.studyInstanceUid(), "Study Instance UID");
        return uids;
    }

    private static String uid(Attributes attributes, int tag, String name) {
        String uid = attributes.getString(tag);
        if (uid == null) {
            throw new ArchiveException(ErrorCode.MISSING_IDENTIFIER, "the data set has no " + name);
        }
        if (!UidRules.isValid(uid)) {
            throw new ArchiveException(ErrorCode.INVALID_IDENTIFIER, "the " + name + " is no UID");
        }
        return uid;
    }

    private static void requireSame(Optional<String> requested, String found, String name) {
        if (requested.isPresent() && !requested.get().equals(found)) {
            throw new ArchiveException(
                    ErrorCode.IDENTIFIER_MISMATCH, "the data set has another " + name + " than the request");
        }
    }
}
