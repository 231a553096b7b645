/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

/** A data set or file that cannot be read, and why. Messages name tags and offsets, never values. */
public final class DicomFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why reading ended. */
    public enum Reason {
        /** It is not DICOM at all. */
        NOT_DICOM,
        /** It ends within an element. */
        TRUNCATED,
        /** An element reaches beyond the end of the item or sequence that holds it. */
        OVERRUN,
        /** A length is undefined where it must not be. */
        INVALID_LENGTH,
        /** An item, a delimiter or a fragment stands where none may, or is missing. */
        UNEXPECTED_TAG,
        /** Sequences are nested deeper than the limit. */
        NESTED_TOO_DEEPLY,
        /** An element is longer than the limit. */
        ELEMENT_TOO_LONG,
        /** What has to be kept in memory exceeds the limit. */
        HEADER_TOO_LARGE,
        /** The deflated data are damaged. */
        DEFLATE_DAMAGED,
        /** The deflated data inflate beyond the limit. */
        INFLATES_TOO_FAR,
        /** The transfer syntax cannot be read or re-encoded. */
        UNSUPPORTED_TRANSFER_SYNTAX
    }

    private final Reason reason;

    /** An exception for the reason; the message must not hold values of elements. */
    public DicomFormatException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static DicomFormatException at(Reason reason, int tag, long position) {
        String message = String.format(
                "%s: element (%04X,%04X) at byte %d of the data set", reason, tag >>> 16, tag & 0xFFFF, position);
        return new DicomFormatException(reason, message);
    }

    /** Why reading ended. */
    public Reason reason() {
        return reason;
    }
}
