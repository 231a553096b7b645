/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a decoded frame and its data set to a picture for eyes: PS3.4 annex N, PS3.18 8.3.5. */
package org.isocenter.dicom.image.render;
