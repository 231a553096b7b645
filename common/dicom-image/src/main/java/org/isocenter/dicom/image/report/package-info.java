/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Structured reports as documents to read: HTML and plain text (PS3.3 A.35, C.17; PS3.18 8.7.4). */
package org.isocenter.dicom.image.report;
