/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.error;

/** An error of the catalogue. The message is for a sender and an operator: it holds no patient data. */
public class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ArchiveException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ArchiveException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
