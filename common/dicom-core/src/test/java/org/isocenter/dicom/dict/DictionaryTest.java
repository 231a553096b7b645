/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.dict;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DictionaryTest {

    @ParameterizedTest
    @CsvSource({
        "00100010, PN, PatientName",
        "00080018, UI, SOPInstanceUID",
        "00280010, US, Rows",
        "7FE00010, OW, PixelData",
        "7FE00001, OV, ExtendedOffsetTable",
        "00081115, SQ, ReferencedSeriesSequence",
        "FFFAFFFA, SQ, DigitalSignaturesSequence",
        "00000002, UI, AffectedSOPClassUID",
        "00020010, UI, TransferSyntaxUID"
    })
    void element_hasItsVrAndKeyword(String tag, VR vr, String keyword) {
        int number = Integer.parseUnsignedInt(tag, 16);
        assertThat(Dictionary.vrOf(number)).isEqualTo(vr);
        assertThat(Dictionary.keywordOf(number)).isEqualTo(keyword);
        assertThat(Dictionary.tagForKeyword(keyword)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "60000010, US, OverlayRows",
        "60020010, US, OverlayRows",
        "601E0022, LO, OverlayDescription",
        "60103000, OW, OverlayData",
        "50040005, US, CurveDimensions"
    })
    void repeatingGroup_isKnownInEachOfItsGroups(String tag, VR vr, String keyword) {
        int number = Integer.parseUnsignedInt(tag, 16);
        assertThat(Dictionary.vrOf(number)).isEqualTo(vr);
        assertThat(Dictionary.keywordOf(number)).isEqualTo(keyword);
    }

    @Test
    void privateElement_isUnknownButItsCreatorAndGroupLengthAreNot() {
        assertThat(Dictionary.vrOf(0x00090010)).isEqualTo(VR.LO);
        assertThat(Dictionary.vrOf(0x000900FF)).isEqualTo(VR.LO);
        assertThat(Dictionary.vrOf(0x00091001)).isEqualTo(VR.UN);
        assertThat(Dictionary.vrOf(0x00090001)).isEqualTo(VR.UN);
        assertThat(Dictionary.vrOf(0x00090000)).isEqualTo(VR.UL);
        assertThat(Dictionary.keywordOf(0x00091001)).isNull();
        assertThat(Dictionary.keywordOf(0x60010010))
                .as("an odd group repeats nothing")
                .isNull();
        assertThat(Dictionary.isPrivate(0x00091001)).isTrue();
        assertThat(Dictionary.isPrivate(Tag.PatientID)).isFalse();
    }

    @Test
    void unknown_isUnAndHasNoKeyword() {
        assertThat(Dictionary.vrOf(0x00081199 + 0x10000)).isEqualTo(VR.UN);
        assertThat(Dictionary.vrOf(0x0008FFFE)).isEqualTo(VR.UN);
        assertThat(Dictionary.keywordOf(0x0008FFFE)).isNull();
        assertThat(Dictionary.tagForKeyword("NoSuchKeyword")).isEqualTo(-1);
        assertThat(Dictionary.tagForKeyword("patientname")).isEqualTo(-1);
    }

    @Test
    void unsignedOrSigned_isDecidedByPixelRepresentation() {
        assertThat(Dictionary.isUnsignedOrSigned(Tag.SmallestImagePixelValue)).isTrue();
        assertThat(Dictionary.isUnsignedOrSigned(Tag.Rows)).isFalse();
    }

    @Test
    void uids_haveNamesAndKinds() {
        assertThat(Dictionary.uidName(UID.CTImageStorage)).isEqualTo("CT Image Storage");
        assertThat(Dictionary.uidName("1.2.3")).isEqualTo("1.2.3");
        assertThat(SopClasses.isStorage(UID.CTImageStorage)).isTrue();
        assertThat(SopClasses.isStorage(UID.Verification)).isFalse();
        assertThat(SopClasses.isStorage(UID.StudyRootQueryRetrieveInformationModelFind))
                .isFalse();
        assertThat(TransferSyntaxes.uids())
                .contains(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian)
                .doesNotContain(UID.CTImageStorage);
    }

    @Test
    void uidName_withAComma_hasNoQuotationMarks() {
        assertThat(Dictionary.uidName("1.2.840.10008.1.2.4.57"))
                .isEqualTo("JPEG Lossless, Non-Hierarchical (Process 14)");
    }
}
