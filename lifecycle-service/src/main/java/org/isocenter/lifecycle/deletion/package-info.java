/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Applies rejection notes, and deletes what was rejected long ago; see docs/deletion.md. */
package org.isocenter.lifecycle.deletion;
