/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediaRangeTest {

    @Test
    void parse_quotedParametersWithSeparatorsInThem() {
        MediaRange range = MediaRange.parse("Multipart/Related; Type=\"application/dicom\"; boundary=\"a;b,c\\\"d\"");
        assertThat(range.essence()).isEqualTo("multipart/related");
        assertThat(range.parameter("type")).contains("application/dicom");
        assertThat(range.parameter("boundary")).contains("a;b,c\"d");
    }

    @Test
    void parse_unquotedTypeWithSlash() {
        assertThat(MediaRange.parse("multipart/related;type=application/octet-stream;boundary=x")
                        .parameter("type"))
                .contains("application/octet-stream");
    }

    @Test
    void parse_noMediaType() {
        assertThatThrownBy(() -> MediaRange.parse("dicom")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MediaRange.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parseList_leavesOutWhatIsNoRange() {
        assertThat(MediaRange.parseList("nonsense, application/json;q=0.5, ,*"))
                .extracting(MediaRange::essence)
                .containsExactly("application/json", "*/*");
    }

    @Test
    void includes_comparesTypeAndTransferSyntaxOnly() {
        MediaRange offer =
                MediaRange.parse("multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.1");
        assertThat(MediaRange.parse("multipart/related; type=application/dicom; transfer-syntax=*")
                        .includes(offer))
                .isTrue();
        assertThat(MediaRange.parse("multipart/related; boundary=x").includes(offer))
                .isTrue();
        assertThat(MediaRange.parse("multipart/related; type=image/jpeg").includes(offer))
                .isFalse();
        assertThat(MediaRange.parse("multipart/related; transfer-syntax=1.2").includes(offer))
                .isFalse();
    }

    @Test
    void toString_quotesWhereNeeded() {
        assertThat(MediaRange.parse("multipart/related;type=application/dicom;transfer-syntax=1.2;q=0.1"))
                .hasToString("multipart/related; type=\"application/dicom\"; transfer-syntax=1.2");
    }
}
