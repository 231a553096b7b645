/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Marker segments and bits, as the codestreams of JPEG and JPEG-LS have them. */
package org.isocenter.dicom.image.codec.stream;
