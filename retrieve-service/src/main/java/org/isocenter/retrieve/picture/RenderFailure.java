/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.image.render.RenderException;

/** What stands in the way of a picture, in the terms of the archive. */
final class RenderFailure {

    private RenderFailure() {}

    static ArchiveException of(RenderException e) {
        ErrorCode code =
                switch (e.reason()) {
                    case UNSUPPORTED_PIXELS, DAMAGED_TABLE, PRESENTATION_STATE_NOT_APPLICABLE ->
                        ErrorCode.PIXEL_DATA_INVALID;
                    case TOO_LARGE -> ErrorCode.LIMIT_EXCEEDED;
                    case EMPTY_REGION -> ErrorCode.BAD_REQUEST;
                    case NOT_ENCODABLE -> ErrorCode.INTERNAL;
                };
        return new ArchiveException(code, message(e), e);
    }

    private static String message(RenderException e) {
        return switch (e.reason()) {
            case UNSUPPORTED_PIXELS -> "Pixels of this kind cannot be rendered.";
            case DAMAGED_TABLE -> "A lookup table of the instance is damaged.";
            case PRESENTATION_STATE_NOT_APPLICABLE -> "The presentation state does not apply to the image.";
            case TOO_LARGE -> "The picture would be too large.";
            case EMPTY_REGION -> "The region of the parameter viewport or region lies outside of the image.";
            case NOT_ENCODABLE -> "The picture cannot be encoded.";
        };
    }
}
