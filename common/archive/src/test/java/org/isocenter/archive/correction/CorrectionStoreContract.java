/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of corrections does. */
public abstract class CorrectionStoreContract {

    private static int next;

    private final String study = "1.2.4." + System.nanoTime() + "." + next++;
    private final InstanceUids uids = new InstanceUids(study, study + ".1", study + ".1.1");
    private final PatientKey patient = new PatientKey("main", "P" + study);

    protected abstract CorrectionStore store();

    private static Correction named(String name) {
        Attributes set = Corrections.unicode();
        set.setString(Tag.PatientName, name);
        return Corrections.of(new CorrectionTarget.OfStudy(), set, Tag.PatientComments);
    }

    private StudyCorrections ofStudy() {
        return CorrectionStore.await(store().ofStudy(study));
    }

    @Test
    void missing_isNoCorrection() {
        assertThat(ofStudy()).isSameAs(StudyCorrections.NONE);
        assertThat(ofStudy().isRecorded()).isFalse();
        assertThat(store().ofPatient(patient).records()).isEmpty();
    }

    @Test
    void append_isReadAsItWasWritten_numbered() {
        Correction first = store().append(study, named("Lind^Åsa=山田^太郎"));
        Correction second = store().append(
                        study,
                        Corrections.of(
                                new CorrectionTarget.OfSeries(study + ".1"),
                                Corrections.unicode(),
                                Tag.SeriesDescription));

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(ofStudy().history().records()).extracting(Correction::id).containsExactly(first.id(), second.id());
        Correction read = ofStudy().history().record(1).orElseThrow();
        assertThat(read.changes().set().getString(Tag.PatientName)).isEqualTo("Lind^Åsa=山田^太郎");
        assertThat(read.changes().removed()).containsExactly(Tag.PatientComments);
        assertThat(read.at()).isEqualTo(first.at());
        assertThat(read.author()).isEqualTo("tester");
        assertThat(read.comment()).isEqualTo("said so");
        assertThat(ofStudy().of(uids).version()).isEqualTo("ST1 SE2 ");
    }

    @Test
    void append_again_isTheSameRecord() {
        Correction draft = named("Lind^Eva");
        Correction first = store().append(study, draft);
        assertThat(store().append(study, draft).number()).isEqualTo(first.number());
        assertThat(ofStudy().history().records()).hasSize(1);
    }

    @Test
    void append_ofManyAtOnce_givesEachANumber() {
        List<CompletableFuture<Correction>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> store().append(study, named("Name^" + i))))
                .toList();
        assertThat(all.stream().map(each -> each.join().number())).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(ofStudy().history().records()).extracting(Correction::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void revocation_endsACorrection_andBothStay() {
        Correction first = store().append(study, named("Lind^Eva"));
        store().append(study, Corrections.revoking(first));

        assertThat(ofStudy().of(uids).isEmpty()).isTrue();
        assertThat(ofStudy().isRecorded()).isTrue();
        assertThat(ofStudy().history().records()).hasSize(2);
        assertThat(ofStudy().history().revocationOf(1)).hasValue(2);
    }

    @Test
    void patient_hasRecordsOfItsOwn_andStudiesACopy() {
        Attributes set = Corrections.unicode();
        set.setString(Tag.PatientSex, "F");
        Correction recorded = store().append(patient, Corrections.of(new CorrectionTarget.OfPatient(patient), set));
        assertThat(store().ofPatient(patient).active())
                .extracting(Correction::id)
                .containsExactly(recorded.id());
        assertThat(ofStudy().isRecorded()).isFalse();

        CorrectionStore.await(
                store().copyToStudy(study, store().ofPatient(patient).active()));
        assertThat(ofStudy().of(uids).version()).isEqualTo("PA1<main|P" + study + "> ");
        assertThat(store().append(study, named("Lind^Eva")).number())
                .as("beside the copy")
                .isEqualTo(1);

        CorrectionStore.await(store().copyToStudy(study, List.of()));
        assertThat(ofStudy().of(uids).version()).isEqualTo("ST1 ");
        assertThat(ofStudy().hasCopy()).isTrue();
    }

    @Test
    void append_tooLong_isRefused() {
        Correction draft = named("Lind^Eva");
        draft.changes().set().setString(Tag.PatientComments, "x".repeat(70_000));
        assertThatThrownBy(() -> store().append(study, draft))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
