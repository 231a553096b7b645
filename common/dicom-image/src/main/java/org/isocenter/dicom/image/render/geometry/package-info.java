/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where pixels of an image come to lie in a picture (PS3.4 N.2.4, PS3.18 8.3.5.1.3). */
package org.isocenter.dicom.image.render.geometry;
