/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Faults of a local cluster and of clients while traffic runs, and what they did to it: how long until all is as before, what
 * clients saw, and what became of what was acknowledged.
 */
package org.isocenter.loadtest.fault;
