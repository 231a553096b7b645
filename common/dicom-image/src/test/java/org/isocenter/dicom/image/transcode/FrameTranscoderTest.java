/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.transcode;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.jpegls.JpegLsDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames in another transfer syntax, and what is said of them. */
class FrameTranscoderTest {

    private static final TransferSyntax JPEG_LS = TransferSyntax.of(UID.JPEGLSLossless);

    @Test
    void describe_groupLengthOfPixelData_isGone() {
        FrameFormat format = new FrameFormat(1, 4, 1, 8, 8, 7, false, false, "MONOCHROME2");
        Attributes attributes = new Attributes();
        attributes.setInt(0x7FE0_0000, VR.UL, 1234);
        attributes.setInt(0x0028_0000, VR.UL, 56);

        TranscodedHeader.describe(
                attributes, JPEG_LS, format, FrameTranscoder.of(JPEG_LS, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));

        assertThat(attributes.contains(0x7FE0_0000)).isFalse();
        assertThat(attributes.contains(0x0028_0000)).isTrue();
    }

    @Test
    void decode_nativeOfSharedChrominance_isEncodedByPixel() throws CodestreamException {
        FrameFormat described = new FrameFormat(1, 4, 3, 8, 8, 7, false, false, "YBR_FULL_422");
        FrameTranscoder transcoder = FrameTranscoder.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, JPEG_LS);
        Attributes attributes = new Attributes();

        Frame frame = transcoder.decode(described, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        byte[] encoded = transcoder.encode(frame);
        TranscodedHeader.describe(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, frame.format(), transcoder);

        assertThat(attributes.getString(Tag.PhotometricInterpretation)).isEqualTo("YBR_FULL");
        assertThat(new JpegLsDecoder().decode(frame.format(), encoded).samples())
                .isEqualTo(new byte[] {1, 3, 4, 2, 3, 4, 5, 7, 8, 6, 7, 8});
    }
}
