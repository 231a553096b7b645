/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

/** A scenario cannot be used as it is written; the message names the key and what to write instead. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the key and the remedy. */
    public ScenarioException(String message) {
        super(message);
    }
}
