/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrameNegotiationTest {

    /** Accept header | stored | framing | part type, or none for 406. Commas in the header are written as +. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | 1.2.840.10008.1.2 | multipart | application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
                "application/octet-stream | 1.2.840.10008.1.2.1 | single "
                        + "| application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
                "multipart/related; type=application/octet-stream; transfer-syntax=* | 1.2.840.10008.1.2.4.80 "
                        + "| multipart | application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.80",
                "multipart/related; type=application/octet-stream | 1.2.840.10008.1.2.4.80 | multipart | none",
                "*/* | 1.2.840.10008.1.2.4.80 | multipart | image/jls; transfer-syntax=1.2.840.10008.1.2.4.80",
                "multipart/related; type=image/jls | 1.2.840.10008.1.2.4.81 | multipart "
                        + "| image/jls; transfer-syntax=1.2.840.10008.1.2.4.81",
                "multipart/related; type=image/jp2 + multipart/related; type=image/jpeg | 1.2.840.10008.1.2.4.50 "
                        + "| multipart | image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50",
                "multipart/related; type=image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50 | 1.2.840.10008.1.2.4.70 "
                        + "| multipart | none",
                "image/* | 1.2.840.10008.1.2.4.201 | single " + "| image/jphc; transfer-syntax=1.2.840.10008.1.2.4.201",
                "image/dicom-rle | 1.2.840.10008.1.2.5 | single "
                        + "| image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5",
                "image/png | 1.2.840.10008.1.2.1 | single | none",
            })
    void of_oneFrame(String accept, String stored, String framing, String partType) {
        Acceptance acceptance = Acceptance.of(List.of(), List.of(accept.replace('+', ',')));

        var negotiation = FrameNegotiation.of(acceptance, TransferSyntax.of(stored), true);

        assertThat(negotiation.map(FrameNegotiation::partType).orElse("none")).isEqualTo(partType);
        negotiation.ifPresent(
                found -> assertThat(found.multipart() ? "multipart" : "single").isEqualTo(framing));
    }
}
