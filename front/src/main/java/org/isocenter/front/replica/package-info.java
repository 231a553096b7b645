/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The replicas, how they are, and who gets the next request. */
package org.isocenter.front.replica;
