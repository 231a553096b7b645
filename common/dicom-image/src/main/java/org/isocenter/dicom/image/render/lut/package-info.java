/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The grey scale pipeline: from stored values to grey (PS3.4 N.2, PS3.3 C.11). */
package org.isocenter.dicom.image.render.lut;
