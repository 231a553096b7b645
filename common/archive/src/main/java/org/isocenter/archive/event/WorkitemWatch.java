/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

/** Hears of the event reports of work items. */
@FunctionalInterface
public interface WorkitemWatch {

    /** Called for one report after the other, those of a work item in their order, by one thread; is not to wait. */
    void reported(WorkitemReported report);
}
