/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceTemplateTest {

    private final Identifiers identifiers = Identifiers.at(1_234_567);

    @Test
    void instance_numbers_areInItsIdentifiers() throws IOException {
        Attributes read = read(InstanceTemplate.small(identifiers).instance(45, 67));

        assertThat(read.getString(Tag.SOPInstanceUID)).isEqualTo(identifiers.sopInstanceUid(67));
        assertThat(read.getString(Tag.StudyInstanceUID)).isEqualTo(identifiers.studyInstanceUid(45));
        assertThat(read.getString(Tag.SeriesInstanceUID)).isEqualTo(identifiers.seriesInstanceUid(45));
        assertThat(read.getString(Tag.PatientID)).isEqualTo(identifiers.patientId(45));
        assertThat(read.getString(Tag.AccessionNumber)).isEqualTo(identifiers.accessionNumber(45));
        assertThat(read.getString(Tag.StudyDate)).isEqualTo("20000103");
    }

    @Test
    void instance_image_hasHalfAMebibyteOfPixels() throws IOException {
        Instance image = InstanceTemplate.images(identifiers).instance(Identifiers.FIRST_IMAGE_STUDY, 1);

        assertThat(image.pixels()).hasSize(512 * 512 * 2);
        assertThat(read(image).getBytes(Tag.PixelData)).isEqualTo(image.pixels());
    }

    @Test
    void instance_another_leavesTheFirstAsItWas() throws IOException {
        InstanceTemplate template = InstanceTemplate.small(identifiers);
        Instance first = template.instance(1, 1);
        template.instance(2, 2);

        assertThat(read(first).getString(Tag.SOPInstanceUID)).isEqualTo(identifiers.sopInstanceUid(1));
    }

    @Test
    void uid_longestNumbers_hasAtMost64Characters() {
        assertThat(identifiers.sopInstanceUid(999_999_999)).hasSizeLessThanOrEqualTo(64);
    }

    private static Attributes read(Instance instance) throws IOException {
        SequenceInputStream bytes = new SequenceInputStream(
                new ByteArrayInputStream(instance.head()), new ByteArrayInputStream(instance.pixels()));
        return DatasetReader.read(bytes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, ReadLimits.DEFAULT);
    }
}
