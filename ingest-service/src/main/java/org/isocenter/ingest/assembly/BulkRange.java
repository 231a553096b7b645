/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

/**
 * Where bytes lie in a spool.
 *
 * @param offset the first of them
 * @param length how many, 0 or more
 */
record BulkRange(long offset, long length) {}
