/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Instant;

import org.isocenter.archive.error.ErrorCode;

/**
 * Work on a study that failed again and again and was given up.
 *
 * @param studyInstanceUid the study
 * @param work what was to be done, such as {@code projection}
 * @param code the error that it ended with
 * @param reason what failed and where, without patient data
 * @param attempts how often it was tried
 * @param givenUpAt when it was given up
 * @param site the site of the process that gave it up
 */
public record DeadWork(
        String studyInstanceUid,
        String work,
        ErrorCode code,
        String reason,
        int attempts,
        Instant givenUpAt,
        String site) {}
