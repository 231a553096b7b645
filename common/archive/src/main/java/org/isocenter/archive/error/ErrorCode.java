/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.error;

/**
 * The catalogue of errors. One row says what an error is at each edge: HTTP status, DIMSE status (PS3.4 B.2.3, PS3.7 C), failure
 * reason of STOW-RS (PS3.18 I.2.2), label of metrics, level of logging.
 */
public enum ErrorCode {
    /** An engine that a durable acknowledgement needs does not answer; the sender may try again. */
    STORAGE_UNAVAILABLE(503, 0xA700, 0xA700, Severity.WARN),
    /** No room is left in the object store. */
    STORAGE_FULL(507, 0xA700, 0xA700, Severity.ERROR),
    /** More is under way than memory allows; the sender may try again. */
    OVER_CAPACITY(503, 0xA700, 0xA700, Severity.INFO),
    /** A UID that identifies the instance is absent or empty. */
    MISSING_IDENTIFIER(400, 0xA900, 0xA900, Severity.INFO),
    /** A UID breaks the rules of PS3.5 9.1. */
    INVALID_IDENTIFIER(400, 0xA900, 0xA900, Severity.INFO),
    /** The data set is of another SOP class or instance than the request says. */
    IDENTIFIER_MISMATCH(409, 0xA900, 0xA900, Severity.INFO),
    /** The SOP class is not accepted. */
    SOP_CLASS_NOT_SUPPORTED(409, 0x0122, 0x0122, Severity.INFO),
    /** The transfer syntax is unknown. */
    TRANSFER_SYNTAX_NOT_SUPPORTED(409, 0xC122, 0xC122, Severity.INFO),
    /** The bytes are no data set, or the data set breaks off. */
    CANNOT_UNDERSTAND(400, 0xC000, 0xC000, Severity.INFO),
    /** The pixel data do not fit what the Image Pixel module says of them. */
    PIXEL_DATA_INVALID(409, 0xC001, 0xC001, Severity.INFO),
    /** What metadata refer to and what came as bulk data do not fit together. */
    BULK_DATA_MISMATCH(409, 0xC003, 0xC003, Severity.INFO),
    /** A bound on nesting, lengths or sizes was passed. */
    LIMIT_EXCEEDED(413, 0xC002, 0xC002, Severity.WARN),
    /** There is no such study, series or instance. */
    NOT_FOUND(404, 0xC300, 0x0110, Severity.DEBUG),
    /** A parameter or a key of a request makes no sense. */
    BAD_REQUEST(400, 0xC310, 0x0110, Severity.DEBUG),
    /** An object that a row points at cannot be read whole. */
    OBJECT_DAMAGED(500, 0xC320, 0x0110, Severity.ERROR),
    /** A fault of our own. */
    INTERNAL(500, 0x0110, 0x0110, Severity.ERROR);

    private final int httpStatus;
    private final int dimseStatus;
    private final int stowFailureReason;
    private final Severity severity;

    ErrorCode(int httpStatus, int dimseStatus, int stowFailureReason, Severity severity) {
        this.httpStatus = httpStatus;
        this.dimseStatus = dimseStatus;
        this.stowFailureReason = stowFailureReason;
        this.severity = severity;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int dimseStatus() {
        return dimseStatus;
    }

    /** Failure Reason (0008,1197). */
    public int stowFailureReason() {
        return stowFailureReason;
    }

    public Severity severity() {
        return severity;
    }

    /** The value of the label {@code error} of metrics. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return this == STORAGE_UNAVAILABLE || this == STORAGE_FULL || this == OVER_CAPACITY;
    }
}
