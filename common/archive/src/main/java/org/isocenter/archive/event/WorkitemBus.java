/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.concurrent.CompletionStage;

/**
 * The port by which event reports of work items reach every process. Safe for use by many threads; stages fail with
 * STORAGE_UNAVAILABLE within four seconds.
 */
public interface WorkitemBus extends AutoCloseable {

    /** Publishes a report. */
    CompletionStage<Void> reported(WorkitemReported report);

    /** Tells this process of all reports from now on, its own included. */
    Subscription watch(WorkitemWatch watch);

    @Override
    void close();
}
