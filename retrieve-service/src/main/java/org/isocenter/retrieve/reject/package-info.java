/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Rejects instances over HTTP and restores them. */
package org.isocenter.retrieve.reject;
