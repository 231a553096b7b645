/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The DICOM JSON model (PS3.18 annex F), both ways. */
package org.isocenter.dicom.json;
