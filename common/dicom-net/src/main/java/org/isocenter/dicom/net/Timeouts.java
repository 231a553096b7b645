/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.time.Duration;

/**
 * How long the peer is waited for.
 *
 * @param connect until a connection is made, and a TLS handshake done
 * @param artim PS3.8 9.1.5: until an association is proposed or answered, and until the peer closes a connection that is done with
 * @param idle between messages, with no request in flight
 * @param message for the next bytes within a message
 * @param response for the next message while a response is awaited
 * @param write for the peer to take what is written
 */
public record Timeouts(
        Duration connect, Duration artim, Duration idle, Duration message, Duration response, Duration write) {
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60));

    public Timeouts withConnect(Duration duration) {
        return new Timeouts(duration, artim, idle, message, response, write);
    }

    public Timeouts withArtim(Duration duration) {
        return new Timeouts(connect, duration, idle, message, response, write);
    }

    public Timeouts withIdle(Duration duration) {
        return new Timeouts(connect, artim, duration, message, response, write);
    }

    public Timeouts withMessage(Duration duration) {
        return new Timeouts(connect, artim, idle, duration, response, write);
    }

    public Timeouts withResponse(Duration duration) {
        return new Timeouts(connect, artim, idle, message, duration, write);
    }

    public Timeouts withWrite(Duration duration) {
        return new Timeouts(connect, artim, idle, message, response, duration);
    }
}
