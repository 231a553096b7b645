/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.projection;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What of an instance goes into summaries, rows' keys and events is bounded. */
class SummaryTagsTest {

    @Test
    void select_leavesOutWhatIsTooLongToBePublished() {
        Attributes all = new Attributes();
        all.setString(Tag.PatientID, VR.LO, "P1");
        all.setBytes(Tag.PatientComments, VR.LT, new byte[10_240]);
        all.setBytes(Tag.AdditionalPatientHistory, VR.LT, new byte[1 << 20]);
        for (int i = 0; i < 1000; i++) {
            Attributes item = new Attributes();
            item.setString(Tag.PatientID, VR.LO, "another ID of a patient with many of them " + i);
            (all.getSequence(Tag.OtherPatientIDsSequence) == null
                            ? all.newSequence(Tag.OtherPatientIDsSequence)
                            : all.getSequence(Tag.OtherPatientIDsSequence))
                    .add(item);
        }
        Attributes selected = SummaryTags.selectStudy(all);
        assertThat(selected.tags()).containsExactly(Tag.PatientID, Tag.PatientComments);
    }

    @Test
    void patientKey_ofAnEndlessPatientId_isItsBeginning() {
        PatientKey key = new PatientKey("main", "9".repeat(40_000));
        assertThat(key.patientId()).isEqualTo("9".repeat(256));
        assertThat(new PatientKey("main", "12345").patientId()).isEqualTo("12345");
    }
}
