/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** C-STORE (PS3.4 B) and what it shares with STOW-RS: one instance goes into the archive, is measured and answered for. */
package org.isocenter.ingest.store;
