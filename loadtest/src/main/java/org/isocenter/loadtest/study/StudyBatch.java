/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.IOException;

/** Instances of one study that are stored one after the other. Thread-safe. */
public interface StudyBatch {

    /** What is known about the study. */
    StudyFacts facts();

    /** How many instances it has. */
    int size();

    /** The instance, counted from 0. */
    LoadInstance instance(int index) throws IOException;
}
