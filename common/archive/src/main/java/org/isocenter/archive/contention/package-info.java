/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Counts of what replicas wait for because of each other. */
package org.isocenter.archive.contention;
