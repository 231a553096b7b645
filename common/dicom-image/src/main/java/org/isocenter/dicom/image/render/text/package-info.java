/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Text on pictures, drawn in strokes of our own: no font of the system is needed. */
package org.isocenter.dicom.image.render.text;
