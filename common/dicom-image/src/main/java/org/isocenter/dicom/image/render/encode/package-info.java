/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pictures as JPEG, PNG and GIF (PS3.18 8.7.4). */
package org.isocenter.dicom.image.render.encode;
