/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.isocenter.dicom.image.codec.SyntheticFrames;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is encoded is decoded by OpenJPH too. */
class OpenJphTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsOpenJph() {
        boolean isInstalled = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "ojph_expand")));
        assumeTrue(isInstalled, "OpenJPH's programs are not installed");
    }

    private byte[] expand(byte[] codestream, String ending) throws IOException, InterruptedException {
        Path in = folder.resolve("in.j2c");
        Path out = folder.resolve("out." + ending);
        Files.write(in, codestream);
        Process process = new ProcessBuilder("ojph_expand", "-i", in.toString(), "-o", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllBytes(out);
    }

    /** The samples of a PGM or PPM file are its end, the higher byte first. */
    private void check(Frame frame) throws IOException, InterruptedException {
        byte[] file = expand(new HtJ2kEncoder().encode(frame), frame.format().samplesPerPixel() == 1 ? "pgm" : "ppm");
        byte[] samples = Arrays.copyOfRange(file, file.length - frame.samples().length, file.length);
        if (frame.format().bitsAllocated() > 8) {
            for (int i = 0; i < samples.length; i += 2) {
                byte high = samples[i];
                samples[i] = samples[i + 1];
                samples[i + 1] = high;
            }
        }
        assertThat(samples).isEqualTo(frame.samples());
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64, 1, 8",
        "1, 1, 1, 8",
        "517, 300, 1, 8",
        "300, 517, 1, 12",
        "129, 65, 1, 16",
        "200, 100, 3, 8",
        "77, 33, 3, 12",
        "600, 700, 3, 16",
        "1, 90, 1, 10",
        "90, 1, 1, 10",
        "4, 5, 1, 13"
    })
    void encode_decodedByOpenJph_same(int rows, int columns, int samples, int bits) throws Exception {
        FrameFormat format = SyntheticFrames.format(rows, columns, samples, bits, false, false);
        byte[] noise = new byte[format.length()];
        new Random(rows).nextBytes(noise);
        for (int i = 1; bits > 8 && i < noise.length; i += 2) {
            noise[i] &= (byte) ((1 << bits - 8) - 1);
        }

        check(SyntheticFrames.frame(format, 1));
        check(SyntheticFrames.smooth(format));
        check(new Frame(format, noise));
    }
}
