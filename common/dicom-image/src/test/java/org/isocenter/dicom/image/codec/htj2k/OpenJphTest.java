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
import java.util.function.IntSupplier;

import org.isocenter.dicom.image.codec.SyntheticFrames;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is encoded is decoded by OpenJPH too. */
class OpenJphTest {

    /** Where depth and sign of the first component stand (T.800 A.5.1). */
    private static final int FIRST_DEPTH_AT = 42;

    private static final int SIGNED = 0x80;

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

    /** Grey ones as they are, little endian; those of a PPM file are its end, the higher byte first. */
    private byte[] expand(Frame frame) throws IOException, InterruptedException {
        byte[] codestream = new HtJ2kEncoder().encode(frame);
        if (frame.format().signed()) {
            // its program writes nothing below 0
            assertThat(codestream[FIRST_DEPTH_AT] & SIGNED).isEqualTo(SIGNED);
            codestream[FIRST_DEPTH_AT] ^= (byte) SIGNED;
        }
        if (frame.format().samplesPerPixel() == 1) {
            return expand(codestream, "rawl");
        }
        byte[] file = expand(codestream, "ppm");
        byte[] samples = Arrays.copyOfRange(file, file.length - frame.samples().length, file.length);
        if (frame.format().bitsAllocated() > 8) {
            for (int i = 0; i < samples.length; i += 2) {
                byte high = samples[i];
                samples[i] = samples[i + 1];
                samples[i + 1] = high;
            }
        }
        return samples;
    }

    private void check(Frame frame) throws IOException, InterruptedException {
        byte[] samples = expand(frame);
        if (frame.format().signed()) {
            shift(samples, frame.format());
        }
        assertThat(samples).as("%s", frame.format()).isEqualTo(frame.samples());
    }

    /** Takes off what OpenJPH added to coefficients that it took to be those of unsigned samples. */
    private static void shift(byte[] samples, FrameFormat format) {
        int cell = format.bitsAllocated() / Byte.SIZE;
        for (int i = 0; i < samples.length; i += cell) {
            int sample = (cell == 2 ? (samples[i + 1] & 0xFF) << 8 : 0) | samples[i] & 0xFF;
            int shifted = sample - (1 << format.bitsStored() - 1);
            samples[i] = (byte) shifted;
            if (cell == 2) {
                samples[i + 1] = (byte) (shifted >> Byte.SIZE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64, 1, 8, false",
        "1, 1, 1, 8, false",
        "1, 1, 1, 16, true",
        "5, 3, 1, 12, true",
        "63, 65, 1, 16, true",
        "517, 300, 1, 8, true",
        "300, 517, 1, 12, false",
        "512, 512, 1, 16, false",
        "512, 512, 1, 16, true",
        "200, 100, 3, 8, false",
        "77, 33, 3, 12, false",
        "600, 700, 3, 16, false",
        "1, 90, 1, 10, false",
        "90, 1, 1, 10, true",
        "4, 5, 1, 13, false"
    })
    void encode_decodedByOpenJph_same(int rows, int columns, int samples, int bits, boolean signed) throws Exception {
        FrameFormat format = SyntheticFrames.format(rows, columns, samples, bits, signed, false);

        check(SyntheticFrames.frame(format, 1));
        check(SyntheticFrames.smooth(format));
        check(filled(format, new Random(rows)::nextInt));
        for (int constant : new int[] {0, 1, 1 << bits - 1, (1 << bits) - 1}) {
            check(filled(format, () -> constant));
        }
    }

    /** Of as many low bits of numbers as are stored. */
    private static Frame filled(FrameFormat format, IntSupplier numbers) {
        int unused = Integer.SIZE - format.bitsStored();
        int cell = format.bitsAllocated() / Byte.SIZE;
        byte[] bytes = new byte[format.length()];
        for (int i = 0; i < bytes.length; i += cell) {
            int number = numbers.getAsInt() << unused;
            int sample = format.signed() ? number >> unused : number >>> unused;
            bytes[i] = (byte) sample;
            if (cell == 2) {
                bytes[i + 1] = (byte) (sample >> Byte.SIZE);
            }
        }
        return new Frame(format, bytes);
    }

    /** Chrominance that no transform may touch. */
    @Test
    void encode_otherColours_same() throws Exception {
        FrameFormat format = SyntheticFrames.format(65, 63, 3, 8, false, false);

        check(filled(format.withPhotometricInterpretation("YBR_FULL"), new Random(1)::nextInt));
    }
}
