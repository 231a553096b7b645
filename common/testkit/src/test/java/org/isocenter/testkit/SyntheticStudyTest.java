/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.util.HashSet;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticStudyTest {

    @ParameterizedTest
    @EnumSource(SyntheticKind.class)
    void instances_ofEveryKind_areTheSameEachTime(SyntheticKind kind) {
        SyntheticStudy study = SyntheticStudy.of(kind, 5)
                .withSeries(2)
                .withSlices(3)
                .withSize(kind.hasPixels() ? 15 : 0, kind.hasPixels() ? 11 : 0);

        assertThat(study.instances())
                .hasSize(study.instanceCount())
                .containsExactlyElementsOf(study.instances().toList());
        assertThat(study.instances()).allSatisfy(instance -> {
            assertThat(instance.getString(Tag.SOPClassUID)).isEqualTo(kind.sopClassUid());
            assertThat(instance.getString(Tag.StudyInstanceUID)).isEqualTo(study.studyInstanceUid());
            assertThat(instance.containsValue(Tag.PixelData)).isEqualTo(kind.hasPixels());
        });
        assertThat(study.instances().map(instance -> instance.getString(Tag.SOPInstanceUID)))
                .doesNotHaveDuplicates()
                .allSatisfy(uid -> assertThat(uid).matches("2\\.25\\.[1-9][0-9]{1,38}"));
        assertThat(study.instances().map(instance -> instance.getString(Tag.SeriesInstanceUID)))
                .containsOnly(study.seriesInstanceUid(0), study.seriesInstanceUid(1));
    }

    @Test
    void pixels_haveTheLengthOfTheGeometryAndStayInRange() {
        Attributes ct = SyntheticStudy.of(SyntheticKind.CT, 1).withSize(33, 21).instance(0, 4);
        byte[] pixels = ct.getBytes(Tag.PixelData);

        assertThat(pixels).hasSize(33 * 21 * 2);
        for (int i = 0; i < pixels.length; i += 2) {
            int value = (short) ((pixels[i] & 0xFF) | (pixels[i + 1] << 8));
            assertThat(value).isBetween(-2048, 2047);
        }
        Attributes ultrasound = SyntheticStudy.of(SyntheticKind.US_MULTIFRAME, 1)
                .withSlices(3)
                .withSize(7, 5)
                .instance(0, 0);
        assertThat(ultrasound.getBytes(Tag.PixelData)).hasSize(7 * 5 * 3 * 3 + 1);
        assertThat(ultrasound.getInt(Tag.NumberOfFrames, 0)).isEqualTo(3);
    }

    @Test
    void pixels_ofOtherSlicesAndSeeds_differ() {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.MR, 1).withSize(16, 16);

        assertThat(study.instance(0, 0).getBytes(Tag.PixelData))
                .isNotEqualTo(study.instance(0, 1).getBytes(Tag.PixelData))
                .isNotEqualTo(SyntheticStudy.of(SyntheticKind.MR, 2)
                        .withSize(16, 16)
                        .instance(0, 0)
                        .getBytes(Tag.PixelData));
    }

    @Test
    void patients_ofSixteenSeeds_haveNamesThatTheirCharacterSetsHold() {
        Set<String> names = new HashSet<>();
        for (long seed = 0; seed < 16; seed++) {
            Attributes instance = SyntheticStudy.of(SyntheticKind.SR, seed).instance(0, 0);
            String name = SyntheticPatient.of(seed).patientName();

            assertThat(instance.getString(Tag.PatientName)).isEqualTo(name);
            assertThat(instance.getSpecificCharacterSet().canEncode(name)).isTrue();
            names.add(name);
        }
        assertThat(names).hasSize(16);
    }
}
