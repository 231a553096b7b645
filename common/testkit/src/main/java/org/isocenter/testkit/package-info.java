/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Synthetic studies and scripted peers for tests. */
package org.isocenter.testkit;
