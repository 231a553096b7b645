/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The retrieve service. */
package org.isocenter.retrieve;
