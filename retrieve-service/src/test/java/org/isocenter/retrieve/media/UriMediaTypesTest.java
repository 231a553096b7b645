/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.Acceptance;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UriMediaTypesTest {

    private static final TransferSyntax NATIVE = TransferSyntax.of(UID.ExplicitVRLittleEndian);
    private static final TransferSyntax MPEG2 = TransferSyntax.of("1.2.840.10008.1.2.4.100");

    private static String byDefault(RenderedKind kind, TransferSyntax stored, boolean isOneFrame) {
        return UriMediaTypes.of(kind, stored, isOneFrame)
                .choose(Acceptance.of(List.of(), List.of()))
                .orElseThrow();
    }

    @Test
    void choose_nothingAsked_isTheDefaultOfTheKind() {
        assertThat(byDefault(RenderedKind.IMAGE, NATIVE, true)).isEqualTo("image/jpeg");
        assertThat(byDefault(RenderedKind.IMAGE, NATIVE, false)).isEqualTo("application/dicom");
        assertThat(byDefault(RenderedKind.IMAGE, MPEG2, false)).isEqualTo("application/dicom");
        assertThat(byDefault(RenderedKind.REPORT, NATIVE, false)).isEqualTo("text/html");
        assertThat(byDefault(RenderedKind.DOCUMENT, NATIVE, false)).isEqualTo("application/dicom");
        assertThat(byDefault(RenderedKind.PRESENTATION_STATE, NATIVE, false)).isEqualTo("application/dicom");
        assertThat(byDefault(RenderedKind.NOTHING, NATIVE, false)).isEqualTo("application/dicom");
    }

    @Test
    void offers_videoOnlyOfVideo() {
        assertThat(UriMediaTypes.of(RenderedKind.IMAGE, MPEG2, false).offers()).contains("video/mpeg");
        assertThat(UriMediaTypes.of(RenderedKind.IMAGE, NATIVE, false).offers()).doesNotContain("video/mpeg");
    }

    @Test
    void takeUtf8_byNameOrAsterisk() {
        assertThat(WantedCharsets.takeUtf8(List.of())).isTrue();
        assertThat(WantedCharsets.takeUtf8(List.of(" "))).isTrue();
        assertThat(WantedCharsets.takeUtf8(List.of("ISO-8859-1, UTF-8;q=0.2"))).isTrue();
        assertThat(WantedCharsets.takeUtf8(List.of("*"))).isTrue();
        assertThat(WantedCharsets.takeUtf8(List.of("ISO-8859-1"))).isFalse();
        assertThat(WantedCharsets.takeUtf8(List.of("utf-8;q=0.0"))).isFalse();
    }
}
