/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StudyCorrectionsTest {

    private static final PatientKey A = new PatientKey("main", "A");
    private static final PatientKey B = new PatientKey("main", "B");

    private final InMemoryCorrections store = new InMemoryCorrections();

    private static Correction set(CorrectionTarget target, int tag, String value) {
        Attributes set = Corrections.unicode();
        set.setString(tag, value);
        return Corrections.of(target, set);
    }

    @Test
    void of_includesWhatIsAboutTheInstance() {
        store.append("1", set(new CorrectionTarget.OfStudy(), Tag.StudyDescription, "S"));
        store.append("1", set(new CorrectionTarget.OfSeries("1.1"), Tag.SeriesDescription, "1"));
        store.append("1", set(new CorrectionTarget.OfInstance("1.1", "1.1.1"), Tag.ImageComments, "I"));
        StudyCorrections all = CorrectionStore.await(store.ofStudy("1"));

        assertThat(all.of(new InstanceUids("1", "1.1", "1.1.1")).version()).isEqualTo("ST1 SE2 IN3 ");
        assertThat(all.of(new InstanceUids("1", "1.1", "1.1.2")).version()).isEqualTo("ST1 SE2 ");
        assertThat(all.of(new InstanceUids("1", "1.2", "1.2.1")).version()).isEqualTo("ST1 ");
    }

    @Test
    void of_patientAndStudy_theLaterOneHolds() {
        Correction own = set(new CorrectionTarget.OfStudy(), Tag.PatientName, "Own");
        Correction ofPatient = set(new CorrectionTarget.OfPatient(A), Tag.PatientName, "Patient");
        InstanceUids uids = new InstanceUids("1", "1.1", "1.1.1");
        store.append("1", own);
        StudyCorrections recorded = CorrectionStore.await(store.ofStudy("1"));

        assertThat(name(recorded.withPatient(List.of(Corrections.later(ofPatient, 5)))
                        .of(uids)))
                .isEqualTo("Patient");
        assertThat(name(recorded.withPatient(List.of(Corrections.later(ofPatient, -5)))
                        .of(uids)))
                .isEqualTo("Own");
    }

    private static String name(InstanceCorrections corrections) {
        return corrections.apply(new Attributes()).getString(Tag.PatientName);
    }

    @Test
    void chain_followsPatientIds_andEnds() {
        Correction renamed = store.append(A, set(new CorrectionTarget.OfPatient(A), Tag.PatientID, "B"));
        Correction named = store.append(B, set(new CorrectionTarget.OfPatient(B), Tag.PatientName, "Lind"));

        PatientChain chain = PatientChain.of(store, A, "main");
        assertThat(chain.keys()).containsExactly(A, B);
        assertThat(chain.corrections()).extracting(Correction::id).containsExactly(renamed.id(), named.id());

        store.append(B, set(new CorrectionTarget.OfPatient(B), Tag.PatientID, "A"));
        assertThat(PatientChain.of(store, A, "main").keys()).as("a circle").containsExactly(A, B);
    }
}
