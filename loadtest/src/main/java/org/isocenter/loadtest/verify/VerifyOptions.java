/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.time.Duration;
import java.util.Optional;

import org.isocenter.loadtest.scenario.Scenario.Receiver;

/**
 * How a ledger is checked.
 *
 * @param clients studies that are checked at the same time
 * @param limit of a request
 * @param settle how long a study may take until it is found with the right number of instances
 * @param attempts for a request of which the connection is lost
 * @param receiver of C-MOVE, which is then used instead of C-GET
 */
public record VerifyOptions(int clients, Duration limit, Duration settle, int attempts, Optional<Receiver> receiver) {

    /** Two clients, a minute for a request, ten seconds to be found, three attempts, C-GET. */
    public static final VerifyOptions USUAL =
            new VerifyOptions(2, Duration.ofMinutes(1), Duration.ofSeconds(10), 3, Optional.empty());
}
