/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;

/**
 * What a request of WADO-URI is about (PS3.18 9.1.2, 9.4.1); how a picture is wanted is left to {@link RenderingQuery}.
 *
 * @param uids of the instance
 * @param frameNumber of a single frame, from 1
 * @param presentationState with which an image is shown
 * @param transferSyntax of an instance as a DICOM file: a UID, or an asterisk for that in which it is kept
 */
record UriRequest(
        InstanceUids uids,
        OptionalInt frameNumber,
        Optional<InstanceUids> presentationState,
        Optional<String> transferSyntax) {

    private static final String STATE = "presentationUID";
    private static final String SERIES_OF_STATE = "presentationSeriesUID";

    /**
     * Reads the parameters.
     *
     * @throws ProblemException 400 for the first that is wrong, or is missing
     */
    static UriRequest of(Map<String, List<String>> parameters) {
        if (!single(parameters, "requestType").filter("WADO"::equalsIgnoreCase).isPresent()) {
            throw wrong("requestType", "WADO");
        }
        InstanceUids uids = new InstanceUids(
                mandatory(parameters, "studyUID"),
                mandatory(parameters, "seriesUID"),
                mandatory(parameters, "objectUID"));
        if (!single(parameters, "anonymize").orElse("no").equalsIgnoreCase("no")) {
            throw wrong("anonymize", "left out: nothing is de-identified here");
        }
        return new UriRequest(
                uids, frameNumber(parameters), presentationState(parameters, uids), transferSyntax(parameters));
    }

    private static OptionalInt frameNumber(Map<String, List<String>> parameters) {
        Optional<String> text = single(parameters, "frameNumber");
        OptionalInt number = FrameList.single(text.orElse(""));
        if (text.isPresent() && number.isEmpty()) {
            throw wrong("frameNumber", "a number from 1");
        }
        return number;
    }

    private static Optional<InstanceUids> presentationState(
            Map<String, List<String>> parameters, InstanceUids instance) {
        Optional<String> state = uid(parameters, STATE);
        Optional<String> series = uid(parameters, SERIES_OF_STATE);
        if (state.isPresent() != series.isPresent()) {
            throw wrong(state.isPresent() ? SERIES_OF_STATE : STATE, "there together with the other of the two");
        }
        return state.map(sop -> new InstanceUids(instance.studyInstanceUid(), series.orElseThrow(), sop));
    }

    private static Optional<String> transferSyntax(Map<String, List<String>> parameters) {
        Optional<String> wanted = single(parameters, "transferSyntax");
        if (wanted.isPresent() && !wanted.get().equals(WantedSyntaxes.ANY) && !DicomWeb.isUid(wanted.get())) {
            throw wrong("transferSyntax", "a UID");
        }
        return wanted;
    }

    private static String mandatory(Map<String, List<String>> parameters, String name) {
        return uid(parameters, name).orElseThrow(() -> wrong(name, "a UID"));
    }

    private static Optional<String> uid(Map<String, List<String>> parameters, String name) {
        Optional<String> text = single(parameters, name);
        if (text.isPresent() && !DicomWeb.isUid(text.get())) {
            throw wrong(name, "a UID");
        }
        return text;
    }

    /** The value; an empty one is none. */
    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw wrong(name, "there once");
        }
        return values.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .findFirst();
    }

    private static ProblemException wrong(String parameter, String allowed) {
        return Problem.of(400, "The parameter " + parameter + " has to be " + allowed + ".")
                .withCode(ErrorCode.BAD_REQUEST.name())
                .toException();
    }
}
