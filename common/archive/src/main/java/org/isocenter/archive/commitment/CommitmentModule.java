/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * Requests and results as data sets (PS3.3 C.14, PS3.18 J.1 and J.2). References stand in a plain sequence or below their studies and
 * series; a result has the form of its request.
 */
public final class CommitmentModule {

    private CommitmentModule() {}

    /**
     * The references of a request.
     *
     * @param most as many as are taken
     * @return one or more
     * @throws ArchiveException BAD_REQUEST if there are none or one is malformed, LIMIT_EXCEEDED if there are too many
     */
    public static List<InstanceReference> references(Attributes request, int most) {
        List<InstanceReference> references = new ArrayList<>();
        for (Attributes item : ReferenceItems.of(request, Tag.ReferencedSOPSequence)) {
            references.add(new InstanceReference(
                    ReferenceItems.uid(item, Tag.ReferencedSOPClassUID),
                    ReferenceItems.uid(item, Tag.ReferencedSOPInstanceUID)));
        }
        references.addAll(StudyReferences.read(request));
        if (references.isEmpty()) {
            throw new ArchiveException(
                    ErrorCode.BAD_REQUEST,
                    "Instances are named by Referenced SOP Sequence (0008,1199) or Referenced Study Sequence (0008,1110),"
                            + " and none is there.");
        }
        if (references.size() > most) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "One request may name " + most + " instances.");
        }
        return references;
    }

    /** References as a request. */
    public static Attributes request(List<InstanceReference> references) {
        Attributes request = new Attributes(2);
        StudyReferences studies = new StudyReferences(request, Tag.ReferencedStudySequence);
        references.forEach(reference -> add(request, studies, Tag.ReferencedSOPSequence, reference));
        return request;
    }

    /** Judgements as the module of a result: the sequences of what is committed and of what failed, each if it has items. */
    public static Attributes result(List<Judgement> judgements) {
        Attributes result = new Attributes(4);
        StudyReferences committed = new StudyReferences(result, Tag.ReferencedStudySequence);
        StudyReferences failed = new StudyReferences(result, Tag.FailedStudySequence);
        for (Judgement judgement : judgements) {
            if (judgement.failure().isEmpty()) {
                add(result, committed, Tag.ReferencedSOPSequence, judgement.reference());
            } else {
                add(result, failed, Tag.FailedSOPSequence, judgement.reference())
                        .setInt(
                                Tag.FailureReason,
                                VR.US,
                                judgement.failure().get().reason());
            }
        }
        return result;
    }

    /** The item that was added. */
    private static Attributes add(Attributes module, StudyReferences studies, int tag, InstanceReference reference) {
        if (reference.series().isPresent()) {
            return studies.add(reference, reference.series().get());
        }
        Attributes item = new Attributes(3);
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, reference.sopClassUid());
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, reference.sopInstanceUid());
        Sequence items = module.getSequence(tag);
        (items == null ? module.newSequence(tag) : items).add(item);
        return item;
    }
}
