/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** DICOM data sets in memory. */
package org.isocenter.dicom.data;
