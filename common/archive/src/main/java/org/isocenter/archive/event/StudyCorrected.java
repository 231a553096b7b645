/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.time.Instant;

/**
 * Something of a study is about to be corrected, or was just now: whoever shows it looks again. It is announced before the record is
 * written, so that a crash between the two leaves nothing unseen, and again after.
 *
 * @param studyInstanceUid the study
 * @param scope what is corrected: PATIENT, STUDY, SERIES or INSTANCE
 * @param recorded whether the record of it is there; if not, it is within the time-out of a write, or never
 * @param at when the record of it was made
 * @param site the site of the process that announces it
 */
public record StudyCorrected(String studyInstanceUid, String scope, boolean recorded, Instant at, String site) {}
