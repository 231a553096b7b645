/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** JPEG XL (PS3.5 8.2.15), by the libjxl of the operating system if it has one: no artifact brings it. */
package org.isocenter.dicom.image.codec.jpegxl;
