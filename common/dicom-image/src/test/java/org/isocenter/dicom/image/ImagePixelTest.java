/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.ImagePixel.Defect;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImagePixelTest {
    private static Attributes image(int rows, int columns, int frames, long pixelDataLength) {
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.Rows, rows);
        attributes.setInt(Tag.Columns, columns);
        attributes.setInt(Tag.SamplesPerPixel, 1);
        attributes.setInt(Tag.BitsAllocated, 16);
        attributes.setInt(Tag.NumberOfFrames, frames);
        attributes.setValue(Tag.PixelData, VR.OW, new BulkData(0, pixelDataLength));
        return attributes;
    }

    private static ImagePixel of(Attributes attributes) {
        return ImagePixel.of(attributes).orElseThrow();
    }

    @Test
    void of_noPixelData_empty() {
        assertThat(ImagePixel.of(new Attributes())).isEmpty();
    }

    @Test
    void defect_whole_none() {
        assertThat(of(image(4, 4, 3, 96)).defect()).isEmpty();
        assertThat(of(image(4, 4, 3, BulkData.UNDEFINED_LENGTH)).defect()).isEmpty();
    }

    @Test
    void defect_pixelDataThatIsASequence_short() {
        Attributes attributes = image(4, 4, 1, 0);
        attributes.newSequence(Tag.PixelData, VR.SQ).add(new Attributes());
        assertThat(of(attributes).defect()).contains(Defect.SHORT_PIXEL_DATA);
    }

    @Test
    void defect_zeroRows_noExtent() {
        assertThat(of(image(0, 4, 1, 96)).defect()).contains(Defect.NO_EXTENT);
    }

    @Test
    void defect_zeroFrames_noFrames() {
        assertThat(of(image(4, 4, 0, 96)).defect()).contains(Defect.NO_FRAMES);
    }

    @Test
    void defect_absurdFrames_short() {
        ImagePixel absurd = of(image(0xFFFF, 0xFFFF, Integer.MAX_VALUE, 96));
        assertThat(absurd.nativeLength()).isEqualTo(Long.MAX_VALUE);
        assertThat(absurd.defect()).contains(Defect.SHORT_PIXEL_DATA);
    }

    @Test
    void nativeLength_subsampledChrominance_twoSamples() {
        Attributes attributes = image(4, 4, 1, 32);
        attributes.setInt(Tag.SamplesPerPixel, 3);
        attributes.setInt(Tag.BitsAllocated, 8);
        attributes.setString(Tag.PhotometricInterpretation, "YBR_FULL_422");
        assertThat(of(attributes).nativeLength()).isEqualTo(32);
    }
}
