/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run does beside the load.
 *
 * @param ledger file to which acknowledged stores are appended
 */
public record RunOptions(Optional<Path> ledger) {

    /** Nothing beside the load. */
    public static final RunOptions NONE = new RunOptions(Optional.empty());

    /** With a ledger. */
    public static RunOptions withLedger(Path ledger) {
        return new RunOptions(Optional.of(ledger));
    }
}
