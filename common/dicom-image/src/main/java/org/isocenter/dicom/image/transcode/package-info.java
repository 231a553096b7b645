/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** From one transfer syntax to another where the pixel data have to be encoded anew. */
package org.isocenter.dicom.image.transcode;
