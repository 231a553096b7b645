/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Answers a query from the index or from the rows, whichever is the right one. */
package org.isocenter.query.search;
