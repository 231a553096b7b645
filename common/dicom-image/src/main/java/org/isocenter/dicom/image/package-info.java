/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What the Image Pixel module says of the pixels. */
package org.isocenter.dicom.image;
