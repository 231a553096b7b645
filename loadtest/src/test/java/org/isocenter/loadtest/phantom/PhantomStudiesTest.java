/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhantomStudiesTest {

    private static final List<Attributes> INSTANCES = PhantomStudies.instances();

    private static List<Attributes> of(String modality) {
        return INSTANCES.stream()
                .filter(each -> modality.equals(each.getString(Tag.Modality)))
                .toList();
    }

    private static int hounsfield(Attributes image, int row, int column) {
        byte[] pixels = image.getBytes(Tag.PixelData);
        int at = 2 * (row * image.getInt(Tag.Columns, 0) + column);
        return (pixels[at] & 0xff) | pixels[at + 1] << 8;
    }

    @Test
    void instances_haveUniqueUids() {
        assertThat(INSTANCES)
                .extracting(each -> each.getString(Tag.SOPInstanceUID))
                .doesNotHaveDuplicates();
        assertThat(INSTANCES.stream()
                        .map(each -> each.getString(Tag.StudyInstanceUID))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void ct_hasAirOutsideAndTissueInTheMiddle() {
        Attributes image = of("CT").get(15);
        assertThat(hounsfield(image, 2, 2)).isBetween(-1024, -900);
        assertThat(hounsfield(image, 150, 128)).isGreaterThan(-50);
    }

    @Test
    void segmentation_refersToTheCtAndHasMasksOfItsLength() {
        Attributes segmentation = of("SEG").get(0);
        Set<String> images = of("CT").stream()
                .map(each -> each.getString(Tag.SOPInstanceUID))
                .collect(Collectors.toSet());
        int frames = segmentation.getInt(Tag.NumberOfFrames, 0);
        assertThat(frames).isGreaterThan(40);
        assertThat(segmentation.getBytes(Tag.PixelData)).hasSize(frames * 256 * 256 / 8);
        assertThat(segmentation.getSequence(Tag.PerFrameFunctionalGroupsSequence))
                .hasSize(frames)
                .allSatisfy(group -> assertThat(group.getNested(Tag.DerivationImageSequence)
                                .getNested(Tag.SourceImageSequence)
                                .getString(Tag.ReferencedSOPInstanceUID))
                        .isIn(images));
        Set<Integer> segments = new HashSet<>();
        segmentation
                .getSequence(Tag.PerFrameFunctionalGroupsSequence)
                .forEach(group -> segments.add(
                        group.getNested(Tag.SegmentIdentificationSequence).getInt(Tag.ReferencedSegmentNumber, 0)));
        assertThat(segments).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void report_measuresTheNodule() {
        Attributes report = of("SR").get(0);
        assertThat(report.getString(Tag.SOPClassUID)).isEqualTo(UID.ComprehensiveSRStorage);
        Attributes measurements = report.getSequence(Tag.ContentSequence).stream()
                .filter(each -> "126010"
                        .equals(each.getNested(Tag.ConceptNameCodeSequence).getString(Tag.CodeValue)))
                .findFirst()
                .orElseThrow();
        assertThat(measurements.getSequence(Tag.ContentSequence))
                .extracting(group -> group.getSequence(Tag.ContentSequence)
                        .get(3)
                        .getNested(Tag.MeasuredValueSequence)
                        .getDouble(Tag.NumericValue, 0))
                .containsExactly(28.0, 24.0);
    }

    @Test
    void ultrasound_movesFromFrameToFrame() {
        Attributes clip = of("US").get(0);
        byte[] pixels = clip.getBytes(Tag.PixelData);
        int frame = clip.getInt(Tag.Rows, 0) * clip.getInt(Tag.Columns, 0);
        assertThat(pixels).hasSize(frame * clip.getInt(Tag.NumberOfFrames, 0));
        int changed = 0;
        for (int i = 0; i < frame; i++) {
            changed += pixels[i] == pixels[i + 12 * frame] ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(frame / 10);
    }
}
