/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.Objects;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.json.DicomJson;

/** The attributes of event reports (PS3.4 table CC.2.4-1). They say nothing of the patient. */
final class EventInformation {

    private EventInformation() {}

    static Attributes ofState(WorkitemState state, Attributes workitem) {
        Attributes information = unicode();
        Attributes progress = workitem.getNested(Tag.ProcedureStepProgressInformationSequence);
        if (progress != null) {
            information.addSelected(
                    progress, Tag.ReasonForCancellation, Tag.ProcedureStepDiscontinuationReasonCodeSequence);
        }
        information.addSelected(workitem, Tag.InputReadinessState);
        information.setString(Tag.ProcedureStepState, state.term());
        return information;
    }

    static Attributes ofCancelRequest(String requestingAet, Attributes reason) {
        Attributes information = unicode();
        information.setString(Tag.RequestingAE, requestingAet);
        information.addSelected(
                reason,
                Tag.ReasonForCancellation,
                Tag.ProcedureStepDiscontinuationReasonCodeSequence,
                Tag.ContactURI,
                Tag.ContactDisplayName);
        return information;
    }

    static Attributes ofProgress(Attributes workitem) {
        Attributes information = unicode();
        information.addSelected(workitem, Tag.ProcedureStepProgressInformationSequence);
        return information;
    }

    static Attributes ofAssignment(Attributes workitem) {
        Attributes information = unicode();
        information.addSelected(workitem, Tag.ScheduledStationNameCodeSequence);
        Attributes performer = workitem.getNested(Tag.ScheduledHumanPerformersSequence);
        if (performer != null) {
            information.addSelected(performer, Tag.HumanPerformerCodeSequence, Tag.HumanPerformerOrganization);
        }
        return information;
    }

    /** Whether an attribute differs, whatever character set it came in. */
    static boolean differs(Attributes before, Attributes after, int tag) {
        return !Objects.equals(json(before, tag), json(after, tag));
    }

    private static String json(Attributes attributes, int tag) {
        Attributes one = unicode();
        one.addSelected(attributes, tag);
        return new String(DicomJson.toBytes(one, (path, vr, bulk) -> null), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Attributes unicode() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        return attributes;
    }
}
