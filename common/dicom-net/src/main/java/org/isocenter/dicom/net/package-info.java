/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The DICOM upper layer and DIMSE (PS3.7, PS3.8). */
package org.isocenter.dicom.net;
