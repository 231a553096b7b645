/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoreAnswerTest {

    private static StoreAnswer answer(Outcome outcome) {
        return StoreAnswer.of(new IngestResult(outcome, new InstanceUids("1.2", "1.3", "1.4"), UID.CTImageStorage));
    }

    @Test
    void of_result() {
        assertThat(answer(Outcome.STORED).status()).isZero();
        assertThat(answer(Outcome.DUPLICATE).status()).isZero();
        assertThat(answer(Outcome.QUARANTINED).status()).isEqualTo(0xb000);
    }

    @ParameterizedTest
    @CsvSource({
        "STORAGE_UNAVAILABLE, A700",
        "STORAGE_FULL, A700",
        "OVER_CAPACITY, A700",
        "MISSING_IDENTIFIER, A900",
        "INVALID_IDENTIFIER, A900",
        "IDENTIFIER_MISMATCH, A900",
        "CANNOT_UNDERSTAND, C000",
        "SOP_CLASS_NOT_SUPPORTED, 0122",
        "INTERNAL, 0110"
    })
    void of_exception(ErrorCode code, String status) {
        assertThat(StoreAnswer.of(new ArchiveException(code, "x")).status()).isEqualTo(Integer.parseInt(status, 16));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void addTo_commentFitsItsElement(ErrorCode code) {
        Attributes command = new Attributes();
        StoreAnswer.of(new ArchiveException(code, "long ".repeat(30))).addTo(command);
        assertThat(command.getString(Tag.ErrorComment)).hasSizeBetween(5, 64);
    }

    @Test
    void addTo_commentOfQuarantineFits() {
        Attributes command = new Attributes();
        answer(Outcome.QUARANTINED).addTo(command);
        assertThat(command.getString(Tag.ErrorComment)).hasSizeBetween(5, 64);
    }
}
