/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.util.Random;

import org.isocenter.loadtest.scenario.OperationKind;

/** A client at work, as actions see it. For one thread. */
public interface Worker {

    /** Decides what is random. */
    Random random();

    /** The study of which it stores one instance after the other. */
    StudyCursor cursor();

    /**
     * Tries an operation until it succeeds or the attempts are used up, and measures it.
     *
     * @param label in reports
     * @param kind decides the time-out
     * @param due nanosecond from which the latency counts
     * @return whether it succeeded
     */
    boolean attempt(String label, OperationKind kind, long due, Task task) throws InterruptedException;
}
