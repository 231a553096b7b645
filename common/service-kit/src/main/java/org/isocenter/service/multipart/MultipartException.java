/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.IOException;

/** A multipart body that does not follow RFC 2046 or ends before its last boundary. */
public final class MultipartException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the body. */
    public enum Reason {
        /** The body ends before its closing boundary. */
        TRUNCATED,
        /** The boundary parameter is missing, empty or longer than 70 characters. */
        BAD_BOUNDARY,
        /** The headers of a part are too long or not headers at all. */
        BAD_PART_HEADER
    }

    private final Reason reason;

    MultipartException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong with the body. */
    public Reason reason() {
        return reason;
    }
}
