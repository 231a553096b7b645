/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Work items and subscriptions in Cassandra. */
package org.isocenter.archive.workitem.cassandra;
