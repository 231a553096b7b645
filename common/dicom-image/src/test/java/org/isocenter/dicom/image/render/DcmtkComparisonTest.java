/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.isocenter.dicom.image.render.SampleImages.SampleImage;
import org.isocenter.dicom.image.render.lut.AutomaticWindow;
import org.isocenter.dicom.image.render.lut.ModalityTransform;
import org.isocenter.dicom.image.render.lut.PixelPadding;
import org.isocenter.dicom.image.render.lut.StoredValues;
import org.isocenter.dicom.image.render.lut.VoiTransform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Grey by grey and colour by colour against DCMTK's dcm2pnm, which cuts off where we round: one level apart at most. */
@EnabledIf(value = "org.isocenter.dicom.image.render.SampleImages#present", disabledReason = SampleImages.ABSENT)
class DcmtkComparisonTest {

    private static final String PROGRAM = "dcm2pnm";
    private static final int FRAMES = 3;

    /** Where DCMTK's least and greatest value are others than those of the pixels, and why. */
    private static final Map<String, String> OTHER_RANGE = Map.of(
            "hd-dx-image.dcm", "it counts a byte of padding behind an odd number of pixels",
            "syn-pixeldata-short.dcm", "it does not count pixels that are missing");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void dcmtkIsInstalled() {
        assumeTrue(DcmtkPictures.has(PROGRAM), "DCMTK's dcm2pnm is not on the PATH (Debian package dcmtk)");
    }

    static Stream<SampleImage> images() throws IOException {
        return SampleImages.all();
    }

    static Stream<SampleImage> monochrome() throws IOException {
        return images().filter(image -> SampleImages.formatOf(image.header())
                .photometricInterpretation()
                .startsWith("MONOCHROME"));
    }

    static Stream<SampleImage> ranged() throws IOException {
        return monochrome().filter(image -> !OTHER_RANGE.containsKey(image.toString()));
    }

    static Stream<SampleImage> windowed() throws IOException {
        return monochrome()
                .filter(image -> VoiTransform.window(new FrameAttributes(image.header(), 1).valuesOfInterest())
                        .isPresent());
    }

    static Stream<SampleImage> colored() throws IOException {
        return images().filter(image -> !SampleImages.formatOf(image.header())
                .photometricInterpretation()
                .startsWith("MONOCHROME"));
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void toMatrix_windowOfTheImage_asDcmtk(SampleImage image) throws IOException, InterruptedException {
        for (int frame = 1; frame <= Math.min(FRAMES, image.frames()); frame++) {
            compare(image, frame, Optional.empty(), "+Wi", "1");
        }
    }

    @ParameterizedTest
    @MethodSource("ranged")
    void toMatrix_leastToGreatest_asDcmtk(SampleImage image) throws IOException, InterruptedException {
        StoredValues values = StoredValues.of(image.header(), image.frame(1));
        Window window = AutomaticWindow.ofFrame(
                values, ModalityTransform.of(new FrameAttributes(image.header(), 1).modality()), PixelPadding.NONE);
        compare(image, 1, Optional.of(window), "+Wm");
    }

    @ParameterizedTest
    @MethodSource("monochrome")
    void toMatrix_windowOfTheReader_asDcmtk(SampleImage image) throws IOException, InterruptedException {
        for (double[] each : new double[][] {{40, 400}, {128, 256}, {1000.5, 1}, {500, 3000.25}}) {
            Window window = new Window(each[0], each[1], VoiFunction.LINEAR);
            compare(
                    image,
                    1,
                    Optional.of(window),
                    "+Ww",
                    String.format(Locale.ROOT, "%.2f", each[0]),
                    String.format(Locale.ROOT, "%.2f", each[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("colored")
    void toMatrix_colors_asDcmtk(SampleImage image) throws IOException, InterruptedException {
        compare(image, 1, Optional.empty());
    }

    private static void compare(SampleImage image, int number, Optional<Window> window, String... options)
            throws IOException, InterruptedException {
        Optional<PixelMatrix> reference = dcmtk(image, number, options);
        assumeTrue(reference.isPresent(), "DCMTK does not render it");
        FrameAttributes attributes = new FrameAttributes(image.header(), number);
        PixelMatrix ours = new FramePixels(attributes, image.frame(number), window, Optional.empty()).toMatrix();
        if (reference.get().channels() == PixelMatrix.COLOR) {
            ours = ours.toColor();
        }
        assertThat(ours.width()).isEqualTo(reference.get().width());
        assertThat(ours.height()).isEqualTo(reference.get().height());
        int farthest = 0;
        StoredValues values = StoredValues.of(image.header(), image.frame(number));
        PixelPadding padding = PixelPadding.of(image.header(), values);
        for (int i = 0; i < ours.samples().length; i++) {
            if (ours.channels() == 1 && padding.contains(values.value(i))) {
                assertThat(ours.samples()[i]).isZero(); // DCMTK shows padding like any other value
                continue;
            }
            int difference = (ours.samples()[i] & 0xFF) - (reference.get().samples()[i] & 0xFF);
            farthest = Math.max(farthest, Math.abs(difference));
        }
        assertThat(farthest)
                .as("levels apart in frame %d with %s", number, Arrays.toString(options))
                .isLessThanOrEqualTo(1);
    }

    private static Optional<PixelMatrix> dcmtk(SampleImage image, int frame, String... options)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "picture", ".pnm");
        List<String> command =
                new ArrayList<>(List.of(PROGRAM, "-q", "-O", "-a", "+F", Integer.toString(frame), "+op"));
        command.addAll(List.of(options));
        command.add(image.path().toString());
        command.add(output.toString());
        return DcmtkPictures.picture(command, output);
    }
}
