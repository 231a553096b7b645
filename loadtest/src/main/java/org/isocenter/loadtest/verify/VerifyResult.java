/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.util.List;
import java.util.Map;

/**
 * What became of the instances of a ledger.
 *
 * @param ledger file
 * @param started ISO 8601
 * @param seconds that it took
 * @param targets addresses that were asked
 * @param studies in the ledger
 * @param stored instances that were acknowledged
 * @param unknown instances without an answer, which may be there or not
 * @param refused instances that were refused
 * @param retrieved instances that came and were compared, by the way on which they came
 * @param unknownPresent of those without an answer so many are there
 * @param refusedPresent of those that were refused so many are there; no fault, since a sender sends them again
 * @param problems how many, by kind; none when all is well
 * @param findings the first ones in words
 * @param passed whether there is no problem
 */
public record VerifyResult(
        String ledger,
        String started,
        double seconds,
        List<String> targets,
        long studies,
        long stored,
        long unknown,
        long refused,
        Map<String, Long> retrieved,
        long unknownPresent,
        long refusedPresent,
        Map<Problem, Long> problems,
        List<Finding> findings,
        boolean passed) {

    /** Kinds of problems. */
    public enum Problem {
        /** Acknowledged and not given back. */
        LOST,
        /** Given back with other elements or pixels. */
        ALTERED,
        /** Given or listed more than once. */
        DUPLICATED,
        /** A study that a search does not find, or more than once. */
        UNFOUND,
        /** There, but never sent. */
        PHANTOM,
        /** A number of instances in an answer that is not the number that is there. */
        MISCOUNTED,
        /** The archive could not be asked. */
        UNCHECKED
    }

    /**
     * A problem.
     *
     * @param problem its kind
     * @param studyInstanceUid of the study
     * @param sopInstanceUid of the instance, or empty
     * @param way on which it was found: WADO-RS, C-GET, QIDO-RS, C-FIND
     * @param detail more about it
     */
    public record Finding(Problem problem, String studyInstanceUid, String sopInstanceUid, String way, String detail) {}
}
