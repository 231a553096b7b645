/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** JPEG (ITU-T T.81): Huffman coding, DCT-based and lossless processes that are not hierarchical. */
package org.isocenter.dicom.image.codec.jpeg;
