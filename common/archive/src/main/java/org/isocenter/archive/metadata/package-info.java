/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The port to the metadata and its Cassandra adapter. */
package org.isocenter.archive.metadata;
