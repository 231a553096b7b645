/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Numbers and how they are shown. */
package org.isocenter.loadtest.report;
