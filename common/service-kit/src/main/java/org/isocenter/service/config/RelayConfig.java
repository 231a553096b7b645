/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the services listen that a DICOM port relays to what it does not perform itself. */
@ConfigMapping(prefix = "isocenter.dimse.relay")
public interface RelayConfig {

    /** Replicas of ingest, {@code host:port}; without them storage is performed here or not at all. */
    Optional<List<String>> ingest();

    /** Replicas of query, {@code host:port}; without them searches are performed here or not at all. */
    Optional<List<String>> query();

    /** Replicas of retrieve, {@code host:port}; without them C-MOVE and C-GET are performed here or not at all. */
    Optional<List<String>> retrieve();

    /**
     * What the services know of each other and nobody else does: with it, who may call is asked of the address that a relayed requestor
     * has, instead of that of the service that relays.
     */
    Optional<String> secret();
}
