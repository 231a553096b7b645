/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.io.IOException;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.SampleFrames;
import org.isocenter.dicom.image.codec.SampleFrames.SampleFrame;
import org.isocenter.dicom.image.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real files; the digests are of what OpenJPEG 2.5.4 under imagecodecs 2026.3.6 makes of their first frames. */
class Jpeg2000SampleFilesTest {

    @ParameterizedTest
    @CsvSource({
        "pyd-jpeg2000, true, 0b1224a6dcd0dcebb1ae6966270b620a8aecc3e20d7fe5b01504e574e1814ac6",
        "pyd-sc-rgb-gdcm-ky, false, 169e619557b12114a7f0be8602026e9abb3d5045804311736ec14cecb026aca9",
        "pydd-htj2klossless-08-rgb, false, 9d87240604f5d7522c6a8056ace6cefc2c8d6d0b07bd6e7303d5e5b21af9a49e",
        "syn-tx-ct-j2k90, true, 014bb9b14681ff1373c4d061d7fb10bfcd349ee43ed1ed8287b1dfee89a44465",
        "syn-tx-mr-htj2k201, false, 40e6f56f9a53d39a807aac4c3d47e7c52b3eb72c9b7fbe7a65cf8156e7ee7cb7",
        "syn-tx-mr-htj2k202, false, 40e6f56f9a53d39a807aac4c3d47e7c52b3eb72c9b7fbe7a65cf8156e7ee7cb7",
        "syn-tx-mr-htj2k203, false, 75eb3b77603dfc01731fe7248c4ed7eb7b6dc88893a1155ff10f349c397a1e40",
        "syn-tx-us-htj2k201, false, 7e6bd4bc870dba3bf3a2071e96621549b76e464933ea2da5c22e480f1959e260",
        "syn-tx-us-j2k91, false, ae246bcc9b3e790b04c769953e6eb5cfb410de6a4286dc709c94196fae104153"
    })
    void decode_sampleFile_asByOpenJpeg(String name, boolean signed, String digest) throws IOException {
        assumeTrue(SampleFrames.present(), SampleFrames.ABSENT);
        SampleFrame sample = SampleFrames.first(name);
        Frame frame = new Jpeg2000Decoder().decode(sample.described(), sample.codestream());
        assertThat(SampleFrames.digest(frame.samples())).isEqualTo(digest);
        assertThat(frame.format().signed()).isEqualTo(signed);
    }

    @Test
    void decode_sampleFileWithDelimiterInItsHeader_refused() throws IOException {
        assumeTrue(SampleFrames.present(), SampleFrames.ABSENT);
        SampleFrame sample = SampleFrames.first("pyd-jpeg2000-embedded-sequence-delimiter");
        assertThatThrownBy(() -> new Jpeg2000Decoder().decode(sample.described(), sample.codestream()))
                .isInstanceOf(CodestreamException.class);
    }
}
