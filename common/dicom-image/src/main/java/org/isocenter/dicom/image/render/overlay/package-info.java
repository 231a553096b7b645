/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Overlay planes and display shutters (PS3.3 C.9, C.7.6.11, C.7.6.15). */
package org.isocenter.dicom.image.render.overlay;
