/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What data sets say of frames. */
class FrameFormatsTest {

    private static Attributes image() {
        Attributes image = new Attributes();
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, 1);
        image.setInt(Tag.Columns, VR.US, 4);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        return image;
    }

    @Test
    void of_impossibleBits_areThoseOfTheCell() {
        Attributes image = image();
        image.setInt(Tag.BitsStored, VR.US, 40);
        image.setInt(Tag.HighBit, VR.US, 99);

        FrameFormat format = FrameFormats.of(image);

        assertThat(format.bitsStored()).isEqualTo(8);
        assertThat(format.highBit()).isEqualTo(7);
    }

    @Test
    void of_noImage_isInvalid() {
        Attributes image = image();
        image.setInt(Tag.Rows, VR.US, 0);

        assertThatThrownBy(() -> FrameFormats.of(image)).isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> FrameFormats.of(new Attributes())).isInstanceOf(ArchiveException.class);
    }
}
