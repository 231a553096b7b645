/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Sends large bodies to HTTP clients without holding them in memory and without waiting on an event loop. */
package org.isocenter.retrieve.send;
