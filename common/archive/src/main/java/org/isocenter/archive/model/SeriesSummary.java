/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;
import java.util.List;

import org.isocenter.dicom.data.Attributes;

/**
 * What a search of series shows.
 *
 * @param key the series
 * @param attributes its series level attributes, and those of its equipment, from a representative instance
 * @param sopClassUids the SOP classes in it, sorted
 * @param numberOfInstances the instances that are shown
 * @param numberOfFrames their frames
 * @param size bytes of their objects
 * @param firstStoredAt when the first of them came
 * @param lastStoredAt when the last of them came
 */
public record SeriesSummary(
        SeriesKey key,
        Attributes attributes,
        List<String> sopClassUids,
        int numberOfInstances,
        long numberOfFrames,
        long size,
        Instant firstStoredAt,
        Instant lastStoredAt) {}
