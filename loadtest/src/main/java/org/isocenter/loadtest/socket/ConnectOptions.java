/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.time.Duration;

/**
 * How a connection is made.
 *
 * @param timeout until it is there, TLS included
 * @param sendBuffer bytes outside the heap
 * @param receiveBuffer bytes outside the heap
 * @param tls null for TCP as it is
 */
public record ConnectOptions(Duration timeout, int sendBuffer, int receiveBuffer, Tls tls) {

    /** For few fast clients: an image of 512 KiB is sent with one call. */
    public static final ConnectOptions FAST = new ConnectOptions(Duration.ofSeconds(30), 640 * 1024, 256 * 1024, null);

    /** For many clients, with TLS or without. */
    public static ConnectOptions many(Duration timeout, Tls tls) {
        return new ConnectOptions(timeout, 160 * 1024, 64 * 1024, tls);
    }
}
