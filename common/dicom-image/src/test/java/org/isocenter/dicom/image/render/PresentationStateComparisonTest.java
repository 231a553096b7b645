/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.SampleImages.SampleImage;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Presentation states that DCMTK makes of images, as it shows them and as we do: one level apart at most. */
@EnabledIf(value = "org.isocenter.dicom.image.render.SampleImages#present", disabledReason = SampleImages.ABSENT)
class PresentationStateComparisonTest {

    private static final Set<String> IMAGES = Set.of(
            "pyd-ct-small.dcm",
            "pyd-mr-small.dcm",
            "syn-rf.dcm",
            "syn-overlay-and-curve.dcm",
            "pyd-cr1-6154.dcm",
            "hd-dx-image.dcm",
            "syn-mg.dcm",
            "syn-xa.dcm",
            "syn-nm-multi.dcm",
            "syn-big-endian.dcm",
            "pyd-image-dfl.dcm",
            "pydd-emri-small.dcm");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void dcmtkIsInstalled() {
        assumeTrue(
                DcmtkPictures.has("dcmpsmk", "dcmp2pgm", "dcmodify"),
                "DCMTK's dcmpsmk, dcmp2pgm and dcmodify are not on the PATH (Debian package dcmtk)");
    }

    static Stream<SampleImage> images() throws IOException {
        return SampleImages.all().filter(image -> IMAGES.contains(image.toString()));
    }

    @ParameterizedTest
    @MethodSource("images")
    void render_stateOfDcmtk_asDcmtk(SampleImage image) throws IOException, InterruptedException {
        Path state = directory.resolve(image + ".state");
        assertThat(DcmtkPictures.run(List.of("dcmpsmk", "-q", "-o", image.path().toString(), state.toString())))
                .isTrue();
        compare(image, state);
        assertThat(DcmtkPictures.run(List.of(
                        "dcmodify", "-nb", "-q", "-i", "(0070,0042)=90", "-i", "(0070,0041)=Y", state.toString())))
                .isTrue();
        compare(image, state);
    }

    private static void compare(SampleImage image, Path state) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "picture", ".pgm");
        Optional<PixelMatrix> reference = DcmtkPictures.picture(
                List.of("dcmp2pgm", "-q", "-p", state.toString(), image.path().toString(), output.toString()), output);
        Picture ours = new Renderer()
                .render(
                        image.header(),
                        image.frame(1),
                        1,
                        RenderOptions.DEFAULT.withGraphics(false),
                        Optional.of(read(state)));

        byte[] samples = ((DataBufferByte) ours.image().getRaster().getDataBuffer()).getData();
        PixelMatrix matrix = new PixelMatrix(ours.width(), ours.height(), 1, samples);
        assertThat(DcmtkPictures.levelsApart(matrix, reference.orElseThrow())).isLessThanOrEqualTo(1);
    }

    private static Attributes read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Part10Header header = Part10Header.read(in);
            Attributes state = DatasetReader.read(header.dataset(), header.transferSyntax());
            assertThat(state.contains(Tag.ReferencedSeriesSequence)).isTrue();
            return state;
        }
    }
}
