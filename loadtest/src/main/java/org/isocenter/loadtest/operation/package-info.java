/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What is measured. */
package org.isocenter.loadtest.operation;
