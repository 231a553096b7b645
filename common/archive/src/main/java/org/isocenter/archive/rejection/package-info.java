/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Rejection, restoration and deletion of instances (IHE RAD Imaging Object Change Management); see docs/deletion.md. */
package org.isocenter.archive.rejection;
