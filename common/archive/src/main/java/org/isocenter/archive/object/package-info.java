/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The port to object storage and its adapters. */
package org.isocenter.archive.object;
