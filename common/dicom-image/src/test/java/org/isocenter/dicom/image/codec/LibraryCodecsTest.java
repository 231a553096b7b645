/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryCodecsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"90", "91", "92", "93", "100", "101", "102", "103.1", "106", "107", "108", "201", "202", "203"})
    void decoder_servedSyntax_present(String end) {
        assertThat(LibraryCodecs.decoder("1.2.840.10008.1.2.4." + end)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.5", "", "1.2.3"})
    void decoder_otherSyntax_empty(String uid) {
        assertThat(LibraryCodecs.decoder(uid)).isEmpty();
        assertThat(LibraryCodecs.encoder(uid)).isEmpty();
    }

    @Test
    void encoder_jpeg2000_losslessAndLossy() {
        assertThat(LibraryCodecs.encoder("1.2.840.10008.1.2.4.90")).get().matches(FrameEncoder::isLossless);
        assertThat(LibraryCodecs.encoder("1.2.840.10008.1.2.4.91")).get().matches(encoder -> !encoder.isLossless());
        assertThat(LibraryCodecs.encoder("1.2.840.10008.1.2.4.201")).isEmpty();
    }
}
