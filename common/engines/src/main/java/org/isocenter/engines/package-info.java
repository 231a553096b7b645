/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Starts real engines as child processes. */
package org.isocenter.engines;
