/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.digest.DatasetDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class StudyGeneratorTest {

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void instance_everyKind_isADataSetWithItsDigest(ImageKind kind) throws Exception {
        StudyBatch study = new StudyGenerator(11, List.of(small(kind)), 0).study(3);

        LoadInstance instance = study.instance(4);

        byte[] bytes = bytes(instance);
        Attributes dataset = DatasetReader.read(bytes, TransferSyntax.of(instance.transferSyntaxUid()));
        assertThat(dataset.getString(Tag.SOPInstanceUID)).isEqualTo(instance.sopInstanceUid());
        assertThat(dataset.getString(Tag.SeriesInstanceUID)).isEqualTo(instance.seriesInstanceUid());
        assertThat(dataset.getString(Tag.StudyInstanceUID))
                .isEqualTo(study.facts().studyInstanceUid());
        assertThat(dataset.getString(Tag.PatientID)).isEqualTo(study.facts().patientId());
        assertThat(dataset.getString(Tag.SOPClassUID)).isEqualTo(kind.sopClassUid());
        assertThat(dataset.getInt(Tag.NumberOfFrames, 1)).isEqualTo(kind.isMultiframe() ? 5 : 1);
        assertThat(instance.length()).isEqualTo(bytes.length);
        assertThat(instance.digest().get())
                .isEqualTo(DatasetDigest.of(new ByteArrayInputStream(bytes), instance.transferSyntaxUid()));
    }

    @Test
    void instance_wholeSlide_hasAFragmentForEachTile() throws Exception {
        LoadInstance slide =
                new StudyGenerator(11, List.of(small(ImageKind.WSI)), 0).next().instance(0);

        Attributes dataset = DatasetReader.read(bytes(slide), TransferSyntax.of(slide.transferSyntaxUid()));

        // the offset table is the first item
        assertThat((Fragments) dataset.getValue(Tag.PixelData)).hasSize(6);
    }

    @Test
    void instance_twoOfAStudy_haveDifferentIdentifiersPixelsAndDigests() throws Exception {
        StudyBatch study = new StudyGenerator(5, List.of(small(ImageKind.CT)), 0).next();

        Set<String> uids = new HashSet<>();
        Set<String> digests = new HashSet<>();
        for (int i = 0; i < study.size(); i++) {
            uids.add(study.instance(i).sopInstanceUid());
            digests.add(study.instance(i).digest().get());
        }

        assertThat(uids).hasSize(6);
        assertThat(digests).hasSize(6);
    }

    @Test
    void study_sameSeed_isTheSame() throws Exception {
        List<StudyShape> shapes = List.of(small(ImageKind.CT), small(ImageKind.MR), small(ImageKind.CR));
        for (int number = 0; number < 20; number++) {
            assertThat(bytes(new StudyGenerator(9, shapes, 4).study(number).instance(1)))
                    .isEqualTo(
                            bytes(new StudyGenerator(9, shapes, 4).study(number).instance(1)));
        }
    }

    @Test
    void study_neighbouringNumbers_takeAllShapesAndManyScripts() {
        List<StudyShape> shapes = List.of(small(ImageKind.CT), small(ImageKind.MR), small(ImageKind.CR));
        StudyGenerator generator = new StudyGenerator(1, shapes, 0);
        Set<String> modalities = new HashSet<>();
        Set<String> families = new HashSet<>();
        for (int number = 0; number < 100; number++) {
            modalities.add(generator.study(number).facts().modality());
            families.add(generator.study(number).facts().patientFamilyName());
        }

        assertThat(modalities).containsExactlyInAnyOrder("CT", "MR", "CR");
        assertThat(families).hasSizeGreaterThan(30);
    }

    @Test
    void study_otherSeed_sharesNoIdentifier() {
        StudyFacts one =
                new StudyGenerator(1, List.of(small(ImageKind.CT)), 0).next().facts();
        StudyFacts other =
                new StudyGenerator(2, List.of(small(ImageKind.CT)), 0).next().facts();

        assertThat(one.studyInstanceUid())
                .isNotEqualTo(other.studyInstanceUid())
                .hasSizeLessThanOrEqualTo(64);
        assertThat(one.sopInstanceUids().apply(0))
                .isNotEqualTo(other.sopInstanceUids().apply(0))
                .hasSizeLessThanOrEqualTo(64);
        assertThat(one.patientId()).isNotEqualTo(other.patientId());
    }

    @Test
    void study_fewPatients_haveSeveralStudies() {
        StudyGenerator generator = new StudyGenerator(3, List.of(small(ImageKind.CT)), 2);
        Set<String> patients = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            patients.add(generator.study(number).facts().patientId());
        }

        assertThat(patients).hasSize(2);
    }

    private static StudyShape small(ImageKind kind) {
        return StudyShape.of(kind, 2, 3).withSize(kind.isMultiframe() ? 5 : 1, 64, 64);
    }

    private static byte[] bytes(LoadInstance instance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        instance.dataset().forEach(out::writeBytes);
        return out.toByteArray();
    }
}
