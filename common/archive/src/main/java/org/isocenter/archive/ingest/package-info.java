/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The store path: from a stream to an acknowledged instance. */
package org.isocenter.archive.ingest;
