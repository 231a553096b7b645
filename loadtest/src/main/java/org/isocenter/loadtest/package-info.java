/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Load generator and benchmarks. */
package org.isocenter.loadtest;
