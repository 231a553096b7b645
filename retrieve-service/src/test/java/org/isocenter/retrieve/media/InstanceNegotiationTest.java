/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceNegotiationTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String NONE = "none";

    /** Accept header | stored | multipart or single | syntax given, or none for 406. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | 1.2.840.10008.1.2 | multipart | 1.2.840.10008.1.2.1",
                "*/* | 1.2.840.10008.1.2.2 | multipart | 1.2.840.10008.1.2.1",
                "*/* | 1.2.840.10008.1.2.1.99 | multipart | 1.2.840.10008.1.2.1",
                "*/* | 1.2.840.10008.1.2.4.80 | multipart | 1.2.840.10008.1.2.1",
                "*/* | 1.2.840.10008.1.2.4.50 | multipart | 1.2.840.10008.1.2.4.50",
                "multipart/related | 1.2.840.10008.1.2.1 | multipart | 1.2.840.10008.1.2.1",
                "multipart/related; type=application/dicom; transfer-syntax=* | 1.2.840.10008.1.2.4.50 | multipart "
                        + "| 1.2.840.10008.1.2.4.50",
                "multipart/related; type=application/dicom; transfer-syntax=* | 1.2.840.10008.1.2 | multipart "
                        + "| 1.2.840.10008.1.2.1",
                "multipart/related; type=application/dicom; transfer-syntax=* | 1.2.840.10008.1.2.1.99 | multipart "
                        + "| 1.2.840.10008.1.2.1.99",
                "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.1 "
                        + "| 1.2.840.10008.1.2.4.50 | multipart | 1.2.840.10008.1.2.1",
                "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.4.202 "
                        + "| 1.2.840.10008.1.2.4.50 | multipart | none",
                "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.4.201 "
                        + "| 1.2.840.10008.1.2.1 | multipart | 1.2.840.10008.1.2.4.201",
                "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2 | 1.2.840.10008.1.2 "
                        + "| multipart | none",
                "application/dicom | 1.2.840.10008.1.2 | single | 1.2.840.10008.1.2.1",
                "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90 | 1.2.840.10008.1.2.4.90 | single "
                        + "| 1.2.840.10008.1.2.4.90",
                "application/dicom; q=0.1, multipart/related; q=0.9 | 1.2.840.10008.1.2.1 | multipart "
                        + "| 1.2.840.10008.1.2.1",
                "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70, "
                        + "multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.1 "
                        + "| 1.2.840.10008.1.2 | multipart | 1.2.840.10008.1.2.1",
            })
    void of_oneInstance(String accept, String stored, String framing, String given) {
        Optional<InstanceNegotiation> negotiation = negotiate(accept, stored, true);

        assertThat(negotiation
                        .flatMap(found -> found.syntaxes().select(TransferSyntax.of(stored)))
                        .map(TransferSyntax::uid)
                        .orElse(NONE))
                .isEqualTo(given);
        negotiation.ifPresent(found -> assertThat(found.framing()).hasToString(framing.toUpperCase(Locale.ROOT)));
    }

    @Test
    void of_quotedTypeAndSyntax() {
        String accept = "multipart/related; type=\"application/dicom\"; transfer-syntax=\"*\"";

        assertThat(negotiate(accept, EXPLICIT, false).orElseThrow().syntaxes().wanted())
                .containsExactly("*");
    }

    @Test
    void of_singlePartForSeveralInstances_isNotAcceptable() {
        assertThat(negotiate("application/dicom", EXPLICIT, false)).isEmpty();
    }

    @Test
    void of_otherMediaTypes_isNotAcceptable() {
        assertThat(negotiate("image/jpeg, multipart/related; type=\"image/jpeg\"", EXPLICIT, true))
                .isEmpty();
    }

    @Test
    void of_queryParameter_goesBeforeTheHeader() {
        Acceptance acceptance =
                Acceptance.of(List.of("application/dicom; transfer-syntax=" + EXPLICIT), List.of("*/*"));

        assertThat(InstanceNegotiation.of(acceptance, List.of(TransferSyntax.of(EXPLICIT)), true)
                        .orElseThrow()
                        .framing())
                .isEqualTo(InstanceNegotiation.Framing.SINGLE);
    }

    private static Optional<InstanceNegotiation> negotiate(String accept, String stored, boolean isOne) {
        return InstanceNegotiation.of(
                Acceptance.of(List.of(), List.of(accept)), List.of(TransferSyntax.of(stored)), isOne);
    }
}
