/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.util.Map;

import io.smallrye.config.ConfigMapping;

/** Where instances may be moved to. */
@ConfigMapping(prefix = "isocenter.move")
public interface RetrieveConfig {

    /** AE titles that C-MOVE may name, with {@code host:port} each: {@code isocenter.move.destinations.WS1=10.1.2.3:104}. */
    Map<String, String> destinations();
}
