/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The index of studies and series that each replica keeps: a view of the topic of studies, never the truth. */
package org.isocenter.query.index;
