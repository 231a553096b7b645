/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Frames near the start of MPEG-2, H.264 and HEVC video (PS3.5 8.2.5 to 8.2.8), by FFmpeg. */
package org.isocenter.dicom.image.codec.video;
