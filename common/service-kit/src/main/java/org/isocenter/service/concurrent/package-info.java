/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Threads for work that blocks. */
package org.isocenter.service.concurrent;
