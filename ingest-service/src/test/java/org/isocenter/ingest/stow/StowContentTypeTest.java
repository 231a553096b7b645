/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.Optional;

import org.isocenter.ingest.assembly.MetadataForm;
import org.isocenter.service.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StowContentTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/related; type=\"application/dicom\"; boundary=\"b\"",
                "multipart/related;type=application/dicom;boundary=b",
                "Multipart/Related; Boundary=b; Type=Application/DICOM",
                "multipart/related; boundary=b"
            })
    void parse_multipart(String header) {
        assertThat(StowContentType.parse(header).boundary()).contains("b");
    }

    @Test
    void parse_singleFile() {
        assertThat(StowContentType.parse("application/dicom").boundary()).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=b",
                "multipart/related; type=\"image/jpeg\"; boundary=b",
                "nonsense"
            })
    void parse_unsupported(String header) {
        assertThatThrownBy(() -> StowContentType.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(415));
    }

    @Test
    void parse_noBoundary() {
        assertThatThrownBy(() -> StowContentType.parse("multipart/related; type=\"application/dicom\""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "application/dicom, true",
        "application/dicom; transfer-syntax=1.2, true",
        "text/plain, false",
        "x, false"
    })
    void isDicom_partContentType(String contentType, boolean expected) {
        assertThat(StowContentType.isDicom(Optional.of(contentType))).isEqualTo(expected);
    }

    @Test
    void isDicom_noContentType() {
        assertThat(StowContentType.isDicom(Optional.empty())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "application/dicom, , false",
        "application/dicom+json, JSON, false",
        "application/json, JSON, false",
        "application/dicom+xml, XML, false",
        "multipart/related; type=\"application/dicom+json\"; boundary=b, JSON, true",
        "multipart/related; type=Application/DICOM+XML; boundary=b, XML, true"
    })
    void parse_metadata(String header, MetadataForm form, boolean multipart) {
        StowContentType contentType = StowContentType.parse(header);
        assertThat(contentType.metadata()).isEqualTo(Optional.ofNullable(form));
        assertThat(contentType.boundary().isPresent()).isEqualTo(multipart);
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, application/dicom+json, false, true, true",
        "JSON, application/json, false, false, true",
        "JSON, application/json, false, true, false",
        "JSON, application/octet-stream, true, true, false",
        "JSON, , true, false, true",
        "JSON, , false, false, false",
        "XML, application/dicom+xml, false, false, true",
        "XML, text/xml, false, true, false",
        "XML, nonsense, true, false, false"
    })
    void isMetadata_part(MetadataForm form, String contentType, boolean first, boolean addressed, boolean expected) {
        assertThat(StowContentType.isMetadata(form, Optional.ofNullable(contentType), first, addressed))
                .isEqualTo(expected);
    }
}
