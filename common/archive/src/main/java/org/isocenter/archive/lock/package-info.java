/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The port to distributed locks and its Hazelcast adapter. */
package org.isocenter.archive.lock;
