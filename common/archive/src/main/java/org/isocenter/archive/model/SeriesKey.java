/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/** A series within its study: the partition of its instances. */
public record SeriesKey(String studyInstanceUid, String seriesInstanceUid) {}
