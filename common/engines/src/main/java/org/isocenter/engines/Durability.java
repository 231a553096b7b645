/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

/** What a write that an engine acknowledged survives. */
public enum Durability {
    /** The loss of power: every acknowledged write is flushed to the disk first. */
    POWER,
    /** The death of the process. */
    PROCESS
}
