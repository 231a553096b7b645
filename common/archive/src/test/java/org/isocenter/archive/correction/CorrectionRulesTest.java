/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.TreeSet;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorrectionRulesTest {

    private static void check(CorrectionScope scope, Attributes set, int... removed) {
        TreeSet<Integer> tags = new TreeSet<>();
        for (int each : removed) {
            tags.add(each);
        }
        CorrectionRules.check(scope, new AttributeChanges(set, tags));
    }

    private static Attributes set(String keyword, String value) {
        Attributes set = Corrections.unicode();
        set.setString(Dictionary.tagForKeyword(keyword), value == null ? "" : value);
        return set;
    }

    @ParameterizedTest
    @CsvSource({
        "PATIENT, PatientName, Lind^Åsa=林^明=はやし",
        "PATIENT, OtherPatientNames, A^B\\C^D",
        "STUDY, PatientBirthDate, 19600102",
        "STUDY, PatientBirthDate,",
        "STUDY, AccessionNumber, A-1",
        "STUDY, StudyTime, 102030.5",
        "STUDY, PatientAge, 042Y",
        "STUDY, PatientWeight, 81.5",
        "SERIES, SeriesDescription, Schädel",
        "SERIES, Modality, DX",
        "INSTANCE, InstanceNumber, 12",
        "INSTANCE, PatientOrientation, L\\P"
    })
    void check_valueOfItsLevelAndVr_passes(CorrectionScope scope, String keyword, String value) {
        check(scope, set(keyword, value));
    }

    @ParameterizedTest
    @CsvSource({
        "PATIENT, StudyDescription, X",
        "PATIENT, PatientID,",
        "STUDY, SeriesDescription, X",
        "STUDY, StudyInstanceUID, 1.2.3",
        "STUDY, TransferSyntaxUID, 1.2.3",
        "STUDY, Rows, 512",
        "SERIES, PatientName, X",
        "SERIES, SeriesInstanceUID, 1.2",
        "SERIES, Modality,",
        "SERIES, Modality, ct",
        "INSTANCE, SOPInstanceUID, 1.2",
        "INSTANCE, BitsStored, 12",
        "INSTANCE, WindowCenter, 40",
        "STUDY, PatientBirthDate, 19601302",
        "STUDY, PatientBirthDate, 1960",
        "STUDY, StudyTime, 250000",
        "STUDY, StudyTime, 10:20:30",
        "STUDY, AccessionNumber, 12345678901234567",
        "STUDY, PatientAge, 42",
        "STUDY, PatientWeight, heavy",
        "STUDY, PatientSex, M\\F",
        "STUDY, PatientName, a^b^c^d^e^f",
        "STUDY, PatientName, a=b=c=d",
        "INSTANCE, InstanceNumber, 1.5"
    })
    void check_otherLevelOrValue_isRefused(CorrectionScope scope, String keyword, String value) {
        assertThatThrownBy(() -> check(scope, set(keyword, value)))
                .isInstanceOfSatisfying(ArchiveException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
                    assertThat(e.getMessage()).contains(keyword);
                });
    }

    @Test
    void check_otherVr_controlCharactersAndNothing_areRefused() {
        Attributes otherVr = Corrections.unicode();
        otherVr.setString(Tag.StudyDescription, VR.SH, "X");
        assertThatThrownBy(() -> check(CorrectionScope.STUDY, otherVr)).hasMessageContaining("VR LO");
        assertThatThrownBy(() -> check(CorrectionScope.STUDY, set("StudyDescription", "a\u0007b")))
                .hasMessageContaining("character");
        assertThatThrownBy(() -> check(CorrectionScope.STUDY, Corrections.unicode(), Tag.PatientName))
                .hasMessageContaining("cannot be removed");
        assertThatThrownBy(() -> check(CorrectionScope.STUDY, new Attributes())).hasMessageContaining("at least one");
        check(CorrectionScope.STUDY, new Attributes(), Tag.PatientComments);
    }

    @Test
    void check_withinItems_isTheSame() {
        Attributes right = Corrections.unicode();
        Attributes code = new Attributes();
        right.newSequence(Tag.ProcedureCodeSequence).add(code);
        code.setString(Tag.CodeValue, "T-1");
        code.setString(Tag.CodeMeaning, "Schädel");
        check(CorrectionScope.STUDY, right);
        code.setString(Tag.CodeValue, "12345678901234567");
        assertThatThrownBy(() -> check(CorrectionScope.STUDY, right)).hasMessageContaining("CodeValue");
    }
}
