/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/**
 * A Key Object Selection Document that rejects what it names (IHE RAD TF-2 4.66, PS3.16 TID 2010).
 *
 * @param uids of the document
 * @param reason its Document Title
 * @param sourceAet the AE title that sent it, or empty
 * @param rejected the instances of its Current Requested Procedure Evidence Sequence (0040,A375), without itself
 */
public record RejectionNote(InstanceUids uids, RejectionReason reason, String sourceAet, List<InstanceUids> rejected) {

    /** Whether instances of a SOP class can be notes. */
    public static boolean isNoteClass(String sopClassUid) {
        return UID.KeyObjectSelectionDocumentStorage.equals(sopClassUid);
    }

    /** The note that an instance is, if it is one. UIDs in it that are none are passed over. */
    public static Optional<RejectionNote> of(StoredInstance instance) {
        if (!isNoteClass(instance.sopClassUid())) {
            return Optional.empty();
        }
        Attributes document = instance.decodeWithoutBulk();
        return reason(document)
                .map(reason -> new RejectionNote(
                        instance.uids(), reason, instance.sourceAet(), named(document, instance.uids())));
    }

    /** PS3.3 C.17.3: the title is the concept name of the root container. */
    private static Optional<RejectionReason> reason(Attributes document) {
        return items(document, Tag.ConceptNameCodeSequence).stream()
                .findFirst()
                .filter(title -> RejectionReason.CODING_SCHEME.equals(title.getString(Tag.CodingSchemeDesignator)))
                .flatMap(title -> RejectionReason.of(title.getString(Tag.CodeValue, "")));
    }

    /** PS3.3 table 10-3b and 10-4: study, series, instances. */
    private static List<InstanceUids> named(Attributes document, InstanceUids self) {
        Set<InstanceUids> named = new LinkedHashSet<>();
        for (Attributes study : items(document, Tag.CurrentRequestedProcedureEvidenceSequence)) {
            for (Attributes series : items(study, Tag.ReferencedSeriesSequence)) {
                for (Attributes instance : items(series, Tag.ReferencedSOPSequence)) {
                    InstanceUids uids = new InstanceUids(
                            study.getString(Tag.StudyInstanceUID, ""),
                            series.getString(Tag.SeriesInstanceUID, ""),
                            instance.getString(Tag.ReferencedSOPInstanceUID, ""));
                    if (isValid(uids)) {
                        named.add(uids);
                    }
                }
            }
        }
        named.remove(self);
        return List.copyOf(named);
    }

    private static boolean isValid(InstanceUids uids) {
        return UidRules.isValid(uids.studyInstanceUid())
                && UidRules.isValid(uids.seriesInstanceUid())
                && UidRules.isValid(uids.sopInstanceUid());
    }

    private static List<Attributes> items(Attributes attributes, int tag) {
        return attributes.getValue(tag) instanceof Sequence items ? items : List.of();
    }
}
