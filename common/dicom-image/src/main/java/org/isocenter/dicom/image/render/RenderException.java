/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.io.IOException;

/** A frame that cannot be made into a picture. Its message names no value of a patient. */
public final class RenderException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Samples or a photometric interpretation that have no way to a picture. */
        UNSUPPORTED_PIXELS,
        /** A lookup table is missing, too short, or was left out of the header that was given. */
        DAMAGED_TABLE,
        /** The picture, or what is to be drawn on it, exceeds the limits. */
        TOO_LARGE,
        /** The presentation state is none, or does not refer to the frame. */
        PRESENTATION_STATE_NOT_APPLICABLE,
        /** The region asked for lies outside of the image. */
        EMPTY_REGION,
        /** The encoder of the picture failed. */
        NOT_ENCODABLE
    }

    private final Reason reason;

    /** For the reason; the message must not hold values of elements. */
    public RenderException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** For the reason and its cause. */
    public RenderException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why there is no picture. */
    public Reason reason() {
        return reason;
    }
}
