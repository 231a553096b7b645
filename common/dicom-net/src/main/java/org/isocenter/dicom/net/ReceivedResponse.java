/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.InputStream;
import java.util.function.BooleanSupplier;

import org.isocenter.dicom.data.Attributes;

/**
 * A response as it comes off the connection.
 *
 * @param command the command set
 * @param dataset the data set's bytes in the context's transfer syntax, read by the receiver or forgotten; null if there is none
 * @param moreAtHand whether another message could be read without waiting; to be asked when the data set has been read
 */
public record ReceivedResponse(Attributes command, InputStream dataset, BooleanSupplier moreAtHand) {
    /** Whether more responses follow. */
    public boolean isPending() {
        return DimseStatus.of(command).isPending();
    }
}
