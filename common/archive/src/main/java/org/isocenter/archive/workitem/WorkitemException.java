/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

/** An operation on a work item was refused. The message names attributes, never their values. */
public final class WorkitemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WorkitemStatus status;

    public WorkitemException(WorkitemStatus status) {
        super(status.text());
        this.status = status;
    }

    /** With what is wrong with which attribute. */
    public WorkitemException(WorkitemStatus status, String message) {
        super(message);
        this.status = status;
    }

    public WorkitemStatus status() {
        return status;
    }
}
