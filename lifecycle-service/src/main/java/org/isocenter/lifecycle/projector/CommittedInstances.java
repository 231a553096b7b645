/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.projector;

import java.util.Set;

import org.isocenter.archive.model.SeriesKey;

/** Which instances of a series have their row, and so exist. */
@FunctionalInterface
interface CommittedInstances {
    Set<String> of(SeriesKey series);
}
