/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Locks by Hazelcast. */
package org.isocenter.archive.lock.hazelcast;
