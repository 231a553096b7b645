/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.isocenter.dicom.data.UID;
import org.isocenter.ingest.Codestreams;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodestreamFactsTest {

    private static final byte[] JPEG = Codestreams.jpeg(0xc0, 5, 7);
    private static final byte[] JPEG_2000 = Codestreams.jpeg2000(9, 8);

    @Test
    void of_jpeg() {
        assertThat(CodestreamFacts.of(JPEG))
                .contains(new CodestreamFacts(5, 7, 1, 8, false, "MONOCHROME2", Optional.of(UID.JPEGBaseline8Bit)));
    }

    @Test
    void of_jpeg2000() {
        assertThat(CodestreamFacts.of(JPEG_2000))
                .contains(new CodestreamFacts(9, 8, 3, 8, false, "YBR_RCT", Optional.of(UID.JPEG2000Lossless)));
    }

    @Test
    void of_processWithoutATransferSyntax() {
        assertThat(CodestreamFacts.of(Codestreams.jpeg(0xc2, 5, 7))
                        .orElseThrow()
                        .transferSyntaxUid())
                .isEmpty();
    }

    @Test
    void of_noCodestream() {
        assertThat(CodestreamFacts.of(new byte[0])).isEmpty();
        assertThat(CodestreamFacts.of(new byte[1000])).isEmpty();
    }

    /** Whatever the bytes are, they are told or not told; nothing is thrown. */
    @Test
    void of_damagedHeaders() {
        Random random = new Random(7);
        for (byte[] whole : List.of(JPEG, JPEG_2000)) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(CodestreamFacts.of(Arrays.copyOf(whole, length))).isNotNull();
            }
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = whole.clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(CodestreamFacts.of(damaged)).isNotNull();
            }
        }
    }
}
