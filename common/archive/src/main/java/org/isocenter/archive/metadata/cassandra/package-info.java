/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The metadata in Cassandra: one class per statement, named after what it does. */
package org.isocenter.archive.metadata.cassandra;
