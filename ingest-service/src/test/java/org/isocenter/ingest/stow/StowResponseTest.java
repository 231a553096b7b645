/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.ingest.stow.StowOutcome.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StowResponseTest {

    private static final String BASE = "https://pacs.example.org";

    private static StowOutcome stored(String studyInstanceUid, String sopInstanceUid, int warning) {
        return new StowOutcome(
                Optional.of(studyInstanceUid),
                Optional.of(studyInstanceUid + ".1"),
                Optional.of(sopInstanceUid),
                Optional.of(UID.CTImageStorage),
                Status.STORED,
                warning);
    }

    private static StowOutcome failed(String sopInstanceUid, int reason) {
        return new StowOutcome(
                Optional.empty(),
                Optional.empty(),
                Optional.of(sopInstanceUid),
                Optional.of(UID.CTImageStorage),
                Status.FAILED,
                reason);
    }

    private static StowOutcome unreadable() {
        return new StowOutcome(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Status.FAILED, 0xc000);
    }

    private static StowResponse response(StowOutcome... outcomes) {
        return new StowResponse(List.of(outcomes), BASE);
    }

    @Test
    void status_allStored() {
        assertThat(response(stored("1.2", "1.2.3", 0), stored("1.2", "1.2.4", 0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void status_someStoredOrWithWarning() {
        assertThat(response(stored("1.2", "1.2.3", 0), unreadable()).status()).isEqualTo(202);
        assertThat(response(stored("1.2", "1.2.3", 0xb000)).status()).isEqualTo(202);
    }

    @Test
    void status_noneStored() {
        assertThat(response(failed("1.2.3", 0xa900), unreadable()).status()).isEqualTo(409);
    }

    @Test
    void dataset_referencedWithLinks() {
        Attributes dataset = response(stored("1.2", "1.2.3", 0), stored("1.2", "1.2.4", 0xb000))
                .dataset();
        assertThat(dataset.getString(Tag.RetrieveURL)).isEqualTo(BASE + "/dicom-web/studies/1.2");
        List<Attributes> referenced = dataset.getSequence(Tag.ReferencedSOPSequence);
        assertThat(referenced).hasSize(2);
        assertThat(referenced.get(0).getString(Tag.ReferencedSOPClassUID)).isEqualTo(UID.CTImageStorage);
        assertThat(referenced.get(0).getString(Tag.ReferencedSOPInstanceUID)).isEqualTo("1.2.3");
        assertThat(referenced.get(0).getString(Tag.RetrieveURL))
                .isEqualTo(BASE + "/dicom-web/studies/1.2/series/1.2.1/instances/1.2.3");
        assertThat(referenced.get(0).contains(Tag.WarningReason)).isFalse();
        assertThat(referenced.get(1).getInt(Tag.WarningReason, 0)).isEqualTo(0xb000);
        assertThat(dataset.contains(Tag.FailedSOPSequence)).isFalse();
        assertThat(dataset.contains(Tag.OtherFailuresSequence)).isFalse();
    }

    @Test
    void dataset_noCommonLinkOfTwoStudies() {
        assertThat(response(stored("1.2", "1.2.3", 0), stored("1.3", "1.3.4", 0))
                        .dataset()
                        .contains(Tag.RetrieveURL))
                .isFalse();
    }

    @Test
    void dataset_failuresNamedAndUnnamed() {
        Attributes dataset = response(failed("1.2.3", 0xa900), unreadable()).dataset();
        Attributes failed = dataset.getSequence(Tag.FailedSOPSequence).get(0);
        assertThat(failed.getString(Tag.ReferencedSOPInstanceUID)).isEqualTo("1.2.3");
        assertThat(failed.getInt(Tag.FailureReason, 0)).isEqualTo(0xa900);
        List<Attributes> others = dataset.getSequence(Tag.OtherFailuresSequence);
        assertThat(others).hasSize(1);
        assertThat(others.get(0).getInt(Tag.FailureReason, 0)).isEqualTo(0xc000);
        assertThat(dataset.contains(Tag.ReferencedSOPSequence)).isFalse();
    }
}
