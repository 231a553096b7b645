/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * JPEG 2000 and High-Throughput JPEG 2000 (PS3.5 8.2.4 and 8.2.14) by OpenJPEG. What a codestream asks for is read and
 * bounded here before a native function sees it.
 */
package org.isocenter.dicom.image.codec.jpeg2000;
