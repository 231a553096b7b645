/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** From codestreams to samples and back, by transfer syntax. */
package org.isocenter.dicom.image.codec;
