/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameFormatTest {

    private static FrameFormat bits(int rows, int columns) {
        return new FrameFormat(rows, columns, 1, 1, 1, 0, false, false, "MONOCHROME2");
    }

    @Test
    void format_ofSingleBits_countsPixelsInAnInteger() {
        assertThat(bits(32_768, 65_535).length()).isEqualTo(268_431_360);
        // half a gigabyte, but more pixels than an array has places
        assertThatThrownBy(() -> bits(65_535, 65_535)).isInstanceOf(IllegalArgumentException.class);
    }
}
