/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.io.IOException;

/** The archive answered with success, but not what it must. */
public final class WrongAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    private final String kind;

    /**
     * With what is wrong.
     *
     * @param kind short name for tables
     */
    public WrongAnswerException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Short name for tables. */
    public String kind() {
        return kind;
    }
}
