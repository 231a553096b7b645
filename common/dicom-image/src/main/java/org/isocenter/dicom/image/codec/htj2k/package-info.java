/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * High-throughput JPEG 2000 (ITU-T T.814) encoded without loss, in Java: one tile, one layer, whole precincts, and of the block coder the
 * cleanup pass alone, which suffices for that. It is decoded by OpenJPEG.
 */
package org.isocenter.dicom.image.codec.htj2k;
