/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Other archives, started for the time of a comparison. */
package org.isocenter.loadtest.peer;
