/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** Fills in what a canceled work item says of its end: the item of Procedure Step Progress Information Sequence (0074,1002). */
final class Cancellation {

    private Cancellation() {}

    /** PS3.4 table CC.2.5-3: if Procedure Step Cancellation DateTime (0040,4052) has no value, it is filled in. */
    static void date(Attributes attributes, Instant now) {
        Attributes progress = progress(attributes);
        if (!progress.containsValue(Tag.ProcedureStepCancellationDateTime)) {
            progress.setString(Tag.ProcedureStepCancellationDateTime, DateTimeText.of(now));
        }
    }

    /** As a request explains it; without a code the reason is unspecified (PS3.16 CID 9300). */
    static void explain(Attributes attributes, Attributes reason, Instant now) {
        date(attributes, now);
        Attributes progress = progress(attributes);
        progress.addSelected(reason, Tag.ReasonForCancellation);
        if (reason.getNested(Tag.ProcedureStepDiscontinuationReasonCodeSequence) != null) {
            progress.addSelected(reason, Tag.ProcedureStepDiscontinuationReasonCodeSequence);
        } else {
            progress.newSequence(Tag.ProcedureStepDiscontinuationReasonCodeSequence)
                    .add(unspecified());
        }
        if (reason.containsValue(Tag.ContactURI)) {
            Attributes contact = new Attributes();
            contact.addSelected(reason, Tag.ContactURI, Tag.ContactDisplayName);
            progress.newSequence(Tag.ProcedureStepCommunicationsURISequence).add(contact);
        }
    }

    private static Attributes progress(Attributes attributes) {
        Attributes progress = attributes.getNested(Tag.ProcedureStepProgressInformationSequence);
        if (progress == null) {
            progress = new Attributes();
            attributes.newSequence(Tag.ProcedureStepProgressInformationSequence).add(progress);
        }
        return progress;
    }

    private static Attributes unspecified() {
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, "110513");
        code.setString(Tag.CodingSchemeDesignator, "DCM");
        code.setString(Tag.CodeMeaning, "Discontinued for unspecified reason");
        return code;
    }
}
