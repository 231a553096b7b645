/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** STOW-RS (PS3.18 10.5): instances that come in over HTTP. */
package org.isocenter.ingest.stow;
