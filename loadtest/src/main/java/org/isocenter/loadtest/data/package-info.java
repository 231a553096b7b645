/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What is stored: synthetic instances that differ in identifiers only. */
package org.isocenter.loadtest.data;
