/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

/** Levels of the query/retrieve information models (PS3.4 C.6), the widest first. */
public enum Level {
    PATIENT,
    STUDY,
    SERIES,
    IMAGE
}
