/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.TestImages.Kind;
import org.isocenter.dicom.image.codec.jpeg.JpegLosslessEncoder;
import org.isocenter.dicom.image.codec.jpegls.JpegLsEncoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** DCMTK decodes what is encoded here, and what it encodes is decoded here, to the same samples. */
class DcmtkTest {
    private static final List<FrameFormat> FORMATS = List.of(
            TestImages.format(33, 50, 1, 8, 8, false),
            TestImages.format(33, 50, 1, 16, 12, false),
            TestImages.format(33, 50, 1, 16, 16, true),
            TestImages.format(33, 50, 3, 8, 8, false));

    @TempDir
    Path folder;

    @BeforeAll
    static void needsDcmtk() {
        assumeTrue(Dcmtk.isInstalled(), Dcmtk.ABSENT);
    }

    private void encodeHere(FrameEncoder encoder, String uid, FrameFormat format, String... decoder)
            throws IOException {
        Kind kind = Kind.STRUCTURE;
        Frame frame = TestImages.image(format, kind, 5);
        ImageFile decoded = Dcmtk.convert(folder, ImageFile.encapsulated(uid, format, encoder.encode(frame)), decoder);
        assertThat(decoded.firstSamples()).as("%s", format).isEqualTo(frame.samples());
    }

    @Test
    void encode_rle_decodedByDcmtk() throws IOException {
        for (FrameFormat format : FORMATS) {
            encodeHere(Codecs.encoder(UID.RLELossless).orElseThrow(), UID.RLELossless, format, "dcmdrle");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void encode_losslessJpeg_decodedByDcmtk(int predictor) throws IOException {
        for (FrameFormat format : FORMATS) {
            encodeHere(new JpegLosslessEncoder(predictor), UID.JPEGLossless, format, "dcmdjpeg", "+cn");
        }
    }

    @Test
    void encode_jpegLs_decodedByDcmtk() throws IOException {
        for (FrameFormat format : FORMATS) {
            encodeHere(new JpegLsEncoder(0), UID.JPEGLSLossless, format, "dcmdjpls");
        }
    }

    /** What DCMTK decodes is what is decoded here, however much is lost. */
    private void decodeBoth(FrameEncoder encoder, String uid, Frame frame, String... decoder) throws IOException {
        byte[] codestream = encoder.encode(frame);
        FrameFormat described = frame.format()
                .withPhotometricInterpretation(
                        encoder.photometricInterpretation(frame.format().photometricInterpretation()));
        ImageFile decoded = Dcmtk.convert(folder, ImageFile.encapsulated(uid, described, codestream), decoder);
        Frame here = Codecs.decoder(uid).orElseThrow().decode(described, codestream);
        assertThat(here.samples()).isEqualTo(decoded.firstSamples());
    }

    @ParameterizedTest
    @CsvSource({"RGB,8,8", "YBR_FULL,8,8", "YBR_FULL_422,8,8", "MONOCHROME2,8,8", "MONOCHROME2,16,12"})
    void encode_lossyJpeg_decodedByDcmtk(String photometricInterpretation, int allocated, int stored)
            throws IOException {
        int samples = photometricInterpretation.startsWith("MONO") ? 1 : 3;
        FrameFormat format = TestImages.format(45, 67, samples, allocated, stored, false)
                .withPhotometricInterpretation(photometricInterpretation);
        Frame frame = TestImages.image(format, Kind.STRUCTURE, 3);
        String uid = stored == 8 ? UID.JPEGBaseline8Bit : UID.JPEGExtended12Bit;
        decodeBoth(Codecs.encoder(uid).orElseThrow(), uid, frame, "dcmdjpeg", "+cn", "+px");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void encode_nearLosslessJpegLs_decodedByDcmtk(int near) throws IOException {
        for (FrameFormat format : FORMATS.subList(0, 2)) {
            decodeBoth(
                    new JpegLsEncoder(near),
                    UID.JPEGLSNearLossless,
                    TestImages.image(format, Kind.STRUCTURE, near),
                    "dcmdjpls");
        }
        decodeBoth(
                new JpegLsEncoder(near),
                UID.JPEGLSNearLossless,
                TestImages.image(FORMATS.get(3), Kind.STRUCTURE, near),
                "dcmdjpls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dcmcrle",
                "dcmcjpeg +e1",
                "dcmcjpeg +el +sv 2",
                "dcmcjpeg +el +sv 4",
                "dcmcjpeg +el +sv 7",
                "dcmcjpls",
                "dcmcjpls +in",
                "dcmcjpls +il",
                "dcmcjpls +is"
            })
    void decode_losslessOfDcmtk_same(String command) throws IOException {
        for (FrameFormat format : FORMATS) {
            for (Kind kind : Kind.values()) {
                Frame frame = TestImages.image(format, kind, 9);
                ImageFile file =
                        Dcmtk.convert(folder, ImageFile.nativeFile(format, frame.samples()), command.split(" "));
                Frame decoded = Codecs.decoder(file.transferSyntaxUid())
                        .orElseThrow()
                        .decode(file.format(), file.firstCodestream());
                assertThat(decoded.samples()).as("%s of %s", kind, format).isEqualTo(frame.samples());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dcmcjpeg +eb",
                "dcmcjpeg +eb +s2",
                "dcmcjpeg +ee",
                "dcmcjpeg +es",
                "dcmcjpeg +ep",
                "dcmcjpls +en +md 3 +is",
                "dcmcjpls +en +md 3 +in"
            })
    void decode_lossyOfDcmtk_same(String command) throws IOException {
        for (FrameFormat format : List.of(FORMATS.get(0), FORMATS.get(3))) {
            Frame frame = TestImages.image(format, Kind.STRUCTURE, 9);
            ImageFile file = Dcmtk.convert(folder, ImageFile.nativeFile(format, frame.samples()), command.split(" "));
            Frame decoded = Codecs.decoder(file.transferSyntaxUid())
                    .orElseThrow()
                    .decode(file.format(), file.firstCodestream());
            String[] decoder = command.startsWith("dcmcjpls")
                    ? new String[] {"dcmdjpls"}
                    : new String[] {"dcmdjpeg", "+cn", "+px"};
            assertThat(decoded.samples())
                    .isEqualTo(Dcmtk.convert(folder, file, decoder).firstSamples());
        }
    }
}
