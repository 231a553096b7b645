/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Softcopy presentation states: how somebody wants an image to be seen (PS3.3 A.33, PS3.4 annex N). */
package org.isocenter.dicom.image.render.state;
