/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Values of text VRs taken apart: person names, dates, times, their ranges and numbers in strings (PS3.5 6.2). */
package org.isocenter.dicom.value;
