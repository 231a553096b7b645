/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import org.isocenter.query.index.Page;
import org.isocenter.query.index.Place;

/**
 * A page of results.
 *
 * @param page the results
 * @param next the place after which the next page begins; null if there is none
 */
public record Found(Page page, Place next) {}
