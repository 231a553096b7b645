/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

/** What an acknowledged object survives. */
public enum Durability {
    /** The loss of power: files and directories are flushed to the disk. */
    POWER,
    /** The death of the process: what the operating system holds is enough. */
    PROCESS
}
