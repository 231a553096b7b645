/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.error;

/** How loudly an error is logged. */
public enum Severity {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
