/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;
import java.nio.file.Path;

import org.isocenter.dicom.image.frame.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Codestreams of many encoders: what they mean, and the samples that DCMTK finds in them. */
class SampleCodestreamsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsSamples() {
        assumeTrue(SampleFiles.present(), SampleFiles.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "fod-gh133.dcm,MONOCHROME2,dcmdjpeg",
        "fod-gh610.dcm,MONOCHROME2,dcmdjpeg",
        "plj-jpegbaseline-1s-1f-u-08-08.dcm,MONOCHROME2,dcmdjpeg",
        "plj-sc-rgb-jpeg-lossy-gdcm.dcm,YBR_FULL,dcmdjpeg",
        "pyd-jpgextended.dcm,MONOCHROME2,dcmdjpeg",
        "pyd-sc-jpeg-no-color-transform.dcm,RGB,dcmdjpeg",
        "pyd-sc-jpeg-no-color-transform-2.dcm,RGB,dcmdjpeg",
        "pyd-sc-rgb-dcmtk-pebpcr.dcm,RGB,dcmdjpeg",
        "pyd-sc-rgb-dcmtk-pebpcyps2.dcm,YBR_FULL,dcmdjpeg",
        "pyd-sc-rgb-jpeg.dcm,RGB,",
        "pyd-sc-rgb-jpeg-gdcm.dcm,RGB,dcmdjpeg",
        "pyd-sc-rgb-jpeg-lossy-gdcm.dcm,YBR_FULL,dcmdjpeg",
        "pyd-sc-rgb-small-odd-jpeg.dcm,YBR_FULL,dcmdjpeg",
        "pydd-jpeg-ll.dcm,MONOCHROME2,dcmdjpeg",
        "syn-tx-mr-jpeg-lossless57-sv6.dcm,MONOCHROME2,dcmdjpeg",
        "syn-wsi-tiled-full-eot.dcm,YBR_FULL,dcmdjpeg",
        "wado-ctimage-jpegprocess6-8.dcm,MONOCHROME2,dcmdjpeg",
        "wado-ctimage-jpegprocess10-12.dcm,MONOCHROME2,dcmdjpeg",
        "pyd-jpeglsnearlossless-08.dcm,MONOCHROME2,dcmdjpls",
        "pyd-sc-rgb-jls-lossy-line.dcm,RGB,dcmdjpls",
        "syn-tx-mr-jpegls81.dcm,MONOCHROME2,dcmdjpls",
        "syn-tx-us-jpegls80.dcm,RGB,dcmdjpls",
        "pyd-sc-rgb-rle-32bit.dcm,RGB,dcmdrle",
        "pyd-rtdose-rle-1frame.dcm,MONOCHROME2,dcmdrle",
        "syn-tx-us-rle.dcm,RGB,dcmdrle"
    })
    void decode_sample_asDcmtkDoes(String name, String photometricInterpretation, String program) throws IOException {
        ImageFile file = SampleFiles.read(SampleFiles.path(name));
        Frame frame =
                Codecs.decoder(file.transferSyntaxUid()).orElseThrow().decode(file.format(), file.firstCodestream());
        assertThat(frame.format().photometricInterpretation()).isEqualTo(photometricInterpretation);
        if (program != null && Dcmtk.isInstalled()) {
            String[] command = program.equals("dcmdjpeg") ? new String[] {program, "+cn"} : new String[] {program};
            ImageFile decoded = Dcmtk.convert(folder, SampleFiles.path(name), command);
            assertThat(frame.samples()).isEqualTo(decoded.firstSamples());
        }
    }
}
