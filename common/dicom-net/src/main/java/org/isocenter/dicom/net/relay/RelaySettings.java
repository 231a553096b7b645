/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.time.Duration;

import org.isocenter.dicom.net.Timeouts;

/**
 * How associations are relayed.
 *
 * @param seal marks relayed associations
 * @param timeouts for connections to the program that performs; idle is also how long it may leave a request without a response
 */
public record RelaySettings(RelaySeal seal, Timeouts timeouts) {
    /** Two seconds for a connection and four for its association, within which others are still to be tried. */
    public static final Timeouts QUICK =
            Timeouts.DEFAULT.withConnect(Duration.ofSeconds(2)).withArtim(Duration.ofSeconds(4));
}
