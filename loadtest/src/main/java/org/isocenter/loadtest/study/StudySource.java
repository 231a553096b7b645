/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.IOException;
import java.util.List;

import org.isocenter.loadtest.dimse.ProposedContext;

/** Where studies to be stored come from. Thread-safe. */
public interface StudySource {

    /** A study that nobody was given yet. */
    StudyBatch next() throws IOException;

    /** SOP classes of its instances, each with one transfer syntax. */
    List<ProposedContext> contexts();
}
