/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** RLE Lossless (PS3.5 annex G). */
package org.isocenter.dicom.image.codec.rle;
