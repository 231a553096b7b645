/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * A response to a request of ours.
 *
 * @param command the command set
 * @param dataset identifier, attribute list, event or action reply; empty if there is none
 */
public record DimseResponse(Attributes command, Optional<Attributes> dataset) {
    /** Status (0000,0900). */
    public DimseStatus status() {
        return DimseStatus.of(command);
    }

    /** Whether more responses follow. */
    public boolean isPending() {
        return status().isPending();
    }

    /** Error Comment (0000,0902); empty if absent. */
    public String errorComment() {
        return command.getString(Tag.ErrorComment, "");
    }

    /** Number of Remaining Sub-operations, 0 if absent. */
    public int remaining() {
        return command.getInt(Tag.NumberOfRemainingSuboperations, 0);
    }

    /** Number of Completed Sub-operations, 0 if absent. */
    public int completed() {
        return command.getInt(Tag.NumberOfCompletedSuboperations, 0);
    }

    /** Number of Failed Sub-operations, 0 if absent. */
    public int failed() {
        return command.getInt(Tag.NumberOfFailedSuboperations, 0);
    }

    /** Number of Warning Sub-operations, 0 if absent. */
    public int warning() {
        return command.getInt(Tag.NumberOfWarningSuboperations, 0);
    }
}
