/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Frames as samples in memory, and how they lie. */
package org.isocenter.dicom.image.frame;
