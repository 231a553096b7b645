/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Summaries of studies, computed from the rows of their instances. */
package org.isocenter.archive.projection;
