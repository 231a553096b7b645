/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.time.Duration;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The bound of pixels that are decoded at the same time. */
class PixelMemoryTest {

    private static final long MIB = 1 << 20;

    private final PixelMemory memory = new PixelMemory(10 * MIB);

    @Test
    void take_moreThanIsFree_isOverCapacityUntilItIsGivenBack() {
        PixelMemory.Share first = memory.take(6 * MIB, Duration.ZERO);

        assertThatThrownBy(() -> memory.take(6 * MIB, Duration.ofMillis(10)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OVER_CAPACITY));
        first.close();
        memory.take(6 * MIB, Duration.ofSeconds(1)).close();
    }

    @Test
    void take_moreThanThereIs_isAloneUpToHalfAsMuchAgain() {
        PixelMemory.Share alone = memory.take(14 * MIB, Duration.ZERO);

        assertThatThrownBy(() -> memory.take(0, Duration.ZERO)).isInstanceOf(ArchiveException.class);
        alone.close();
        assertThatThrownBy(() -> memory.take(15 * MIB, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
