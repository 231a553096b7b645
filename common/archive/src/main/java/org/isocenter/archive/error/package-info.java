/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The catalogue of errors, and what each is at every edge. */
package org.isocenter.archive.error;
