/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

/**
 * A shape and what it is made of.
 *
 * @param label of the organ that it belongs to, for segmentations
 * @param shape where it is
 * @param value of its pixels
 */
record Tissue(String label, Shape shape, int value) {}
