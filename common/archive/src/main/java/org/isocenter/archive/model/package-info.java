/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The domain of the archive. */
package org.isocenter.archive.model;
