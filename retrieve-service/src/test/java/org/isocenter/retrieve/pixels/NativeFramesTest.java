/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames that are not compressed, and what data sets say of them. */
class NativeFramesTest {

    private static Attributes image(int samplesPerPixel, String photometricInterpretation) {
        Attributes image = new Attributes();
        image.setInt(Tag.SamplesPerPixel, VR.US, samplesPerPixel);
        image.setString(Tag.PhotometricInterpretation, VR.CS, photometricInterpretation);
        image.setInt(Tag.Rows, VR.US, 1);
        image.setInt(Tag.Columns, VR.US, 4);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        return image;
    }

    @Test
    void of_sharedChrominance_isGivenToBothPixels() {
        FrameFormat format = FrameFormats.of(image(3, "YBR_FULL_422"));

        byte[] samples =
                NativeFrames.of(format, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).samples();

        assertThat(samples).isEqualTo(new byte[] {1, 3, 4, 2, 3, 4, 5, 7, 8, 6, 7, 8});
    }

    @Test
    void of_anotherLength_isInvalid() {
        FrameFormat format = FrameFormats.of(image(1, "MONOCHROME2"));

        assertThat(NativeFrames.of(format, new byte[4]).format()).isEqualTo(format);
        assertThatThrownBy(() -> NativeFrames.of(format, new byte[3]))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PIXEL_DATA_INVALID));
    }

    @Test
    void formatOf_impossibleBits_areThoseOfTheCell() {
        Attributes image = image(1, "MONOCHROME2");
        image.setInt(Tag.BitsStored, VR.US, 40);
        image.setInt(Tag.HighBit, VR.US, 99);

        FrameFormat format = FrameFormats.of(image);

        assertThat(format.bitsStored()).isEqualTo(8);
        assertThat(format.highBit()).isEqualTo(7);
    }

    @Test
    void formatOf_noImage_isInvalid() {
        Attributes image = image(1, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, 0);

        assertThatThrownBy(() -> FrameFormats.of(image)).isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> FrameFormats.of(new Attributes())).isInstanceOf(ArchiveException.class);
    }
}
