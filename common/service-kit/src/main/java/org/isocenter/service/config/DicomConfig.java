/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The DICOM port of a service. */
@ConfigMapping(prefix = "isocenter.dicom")
public interface DicomConfig {

    /** Whether the service opens a DICOM port at all. */
    @WithDefault("true")
    boolean enabled();

    /** TCP port, 0 for any free one. */
    @WithDefault("11112")
    int port();

    /** Address to listen on. */
    @WithDefault("127.0.0.1")
    String listen();

    /** AE titles that this archive answers to, the first being its own name towards others; 1 to 16 characters each. */
    @WithDefault("ISOCENTER")
    List<String> aet();

    /** Whether associations that call another AE title than ours are rejected. */
    @WithDefault("true")
    boolean checkCalledAet();

    /**
     * Calling AE titles that are accepted from anywhere, with the host names or addresses they may come from separated by
     * blanks, or {@code *}: {@code isocenter.dicom.callers.CT1=10.1.2.3}.
     */
    Map<String, String> callers();

    /** Who may call besides the known ones: {@code loopback} (only from this machine), {@code anyone} or {@code nobody}. */
    @WithDefault("loopback")
    UnknownCallers unknownCallers();

    /** Associations that are served at the same time; more are rejected as a transient congestion (PS3.8 9.3.4). */
    @WithDefault("256")
    int maxAssociations();

    /** Largest PDU that is received, in bytes, 4 KiB to 1 MiB. */
    @WithDefault("131072")
    int maxPduLength();

    /** Requests of one association that are performed at the same time, if its requestor negotiates it (PS3.7 D.3.3.3). */
    @WithDefault("16")
    int asyncOperations();

    /** An association on which nothing happens for this long is aborted. */
    @WithDefault("5m")
    Duration idleTimeout();

    /** How long a peer may take to say who it is, and to hang up after the end (ARTIM, PS3.8 9.1.5). */
    @WithDefault("15s")
    Duration artimTimeout();

    /** How long associations may go on when the service is stopped. */
    @WithDefault("10s")
    Duration drainTimeout();

    /** What calling AE titles are accepted that are not named in the configuration. */
    enum UnknownCallers {
        /** From the loopback interface only. */
        LOOPBACK,
        /** From everywhere. */
        ANYONE,
        /** None. */
        NOBODY
    }

    /** Our own AE title. */
    default String ownAet() {
        return aet().get(0);
    }

    /** Where {@code callers} allow an AE title to come from, if it is named. */
    default Optional<String> callerHosts(String callingAet) {
        return Optional.ofNullable(callers().get(callingAet));
    }
}
