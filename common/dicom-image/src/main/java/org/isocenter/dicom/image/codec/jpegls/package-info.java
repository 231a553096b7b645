/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** JPEG-LS (ITU-T T.87), lossless and near-lossless. */
package org.isocenter.dicom.image.codec.jpegls;
