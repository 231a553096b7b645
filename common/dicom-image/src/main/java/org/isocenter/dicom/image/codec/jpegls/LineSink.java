/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

/** Takes decoded lines. */
@FunctionalInterface
interface LineSink {

    /** One line of one component, from an index on. */
    void put(int row, int component, int[] line, int from);
}
