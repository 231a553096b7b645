/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Colour frames as red, green and blue of 8 bits, and colour profiles (PS3.3 C.7.6.3.1.2, C.7.9, C.11.15). */
package org.isocenter.dicom.image.render.color;
