/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.service.http.DicomWeb;

/** Status and data set of the answer to a store request (PS3.18 10.5.3 and I.2). */
final class StowResponse {

    private final List<StowOutcome> outcomes;
    private final String baseUrl;

    /**
     * @param outcomes of the parts, in their order; at least one
     * @param baseUrl that links begin with
     */
    StowResponse(List<StowOutcome> outcomes, String baseUrl) {
        this.outcomes = List.copyOf(outcomes);
        this.baseUrl = baseUrl;
    }

    /** 200 if all is stored, 202 if there are warnings or failures beside what is stored, 409 if nothing is. */
    int status() {
        if (outcomes.stream().allMatch(outcome -> outcome.isStored() && outcome.reason() == 0)) {
            return 200;
        }
        return outcomes.stream().anyMatch(StowOutcome::isStored) ? 202 : 409;
    }

    /** Whether instances are stored with a warning. */
    boolean hasWarnings() {
        return outcomes.stream().anyMatch(outcome -> outcome.isStored() && outcome.reason() != 0);
    }

    /** The Store Instances Response Module (PS3.18 I.2.1). */
    Attributes dataset() {
        Attributes response = new Attributes();
        List<String> studies = outcomes.stream()
                .filter(StowOutcome::isStored)
                .map(StowOutcome::studyInstanceUid)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (studies.size() == 1) {
            response.setString(Tag.RetrieveURL, VR.UR, studyUrl(studies.get(0)));
        }
        addItems(
                response,
                Tag.FailedSOPSequence,
                outcomes.stream()
                        .filter(outcome -> !outcome.isStored() && outcome.isIdentified())
                        .map(this::failed)
                        .toList());
        addItems(
                response,
                Tag.ReferencedSOPSequence,
                outcomes.stream()
                        .filter(StowOutcome::isStored)
                        .map(this::referenced)
                        .toList());
        addItems(
                response,
                Tag.OtherFailuresSequence,
                outcomes.stream()
                        .filter(outcome -> !outcome.isStored() && !outcome.isIdentified())
                        .map(this::unreadable)
                        .toList());
        return response;
    }

    private static void addItems(Attributes response, int tag, List<Attributes> items) {
        if (!items.isEmpty()) {
            Sequence sequence = response.newSequence(tag);
            sequence.addAll(items);
        }
    }

    private Attributes referenced(StowOutcome outcome) {
        Attributes item = identification(outcome);
        item.setString(
                Tag.RetrieveURL,
                VR.UR,
                studyUrl(outcome.studyInstanceUid().orElseThrow())
                        + "/series/" + outcome.seriesInstanceUid().orElseThrow()
                        + "/instances/" + outcome.sopInstanceUid().orElseThrow());
        if (outcome.reason() != 0) {
            item.setInt(Tag.WarningReason, VR.US, outcome.reason());
        }
        return item;
    }

    private Attributes failed(StowOutcome outcome) {
        Attributes item = identification(outcome);
        item.setInt(Tag.FailureReason, VR.US, outcome.reason());
        return item;
    }

    private Attributes unreadable(StowOutcome outcome) {
        Attributes item = new Attributes();
        item.setInt(Tag.FailureReason, VR.US, outcome.reason());
        return item;
    }

    private static Attributes identification(StowOutcome outcome) {
        Attributes item = new Attributes();
        outcome.sopClassUid().ifPresent(uid -> item.setString(Tag.ReferencedSOPClassUID, VR.UI, uid));
        outcome.sopInstanceUid().ifPresent(uid -> item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, uid));
        return item;
    }

    private String studyUrl(String studyInstanceUid) {
        return baseUrl + DicomWeb.ROOT + "/studies/" + studyInstanceUid;
    }
}
