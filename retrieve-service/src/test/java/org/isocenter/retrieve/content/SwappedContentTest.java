/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SwappedContentTest {

    @Test
    void swap_keepsAnOddByteAtTheEnd() {
        assertThat(SwappedContent.swap(new byte[] {1, 2, 3, 4, 5}, 2)).containsExactly(2, 1, 4, 3, 5);
    }

    @Test
    void swap_singleBytes_changesNothing() {
        assertThat(SwappedContent.swap(new byte[] {1, 2, 3}, 1)).containsExactly(1, 2, 3);
    }
}
