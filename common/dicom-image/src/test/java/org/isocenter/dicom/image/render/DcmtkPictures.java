/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs DCMTK's programs, where they are installed, and reads the pictures that they write. */
final class DcmtkPictures {

    private DcmtkPictures() {}

    /** For {@code assumeTrue}. */
    static boolean has(String... programs) {
        return Stream.of(programs)
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, program))));
    }

    /** Whether a program ended well. */
    static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("DCMTK ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() == 0;
    }

    /** The picture that a program writes to a file; empty if it does not. */
    static Optional<PixelMatrix> picture(List<String> command, Path output) throws IOException, InterruptedException {
        return run(command) && Files.size(output) > 0 ? Optional.of(pnm(Files.readAllBytes(output))) : Optional.empty();
    }

    /** The greatest difference between two pictures of one size. */
    static int levelsApart(PixelMatrix ours, PixelMatrix reference) {
        assertThat(ours.width()).isEqualTo(reference.width());
        assertThat(ours.height()).isEqualTo(reference.height());
        int farthest = 0;
        for (int i = 0; i < ours.samples().length; i++) {
            int difference = (ours.samples()[i] & 0xFF) - (reference.samples()[i] & 0xFF);
            farthest = Math.max(farthest, Math.abs(difference));
        }
        return farthest;
    }

    /** A binary PGM or PPM of 8 bits. */
    private static PixelMatrix pnm(byte[] bytes) {
        int at = 0;
        String[] words = new String[4];
        for (int i = 0; i < words.length; i++) {
            int start = at;
            while (bytes[at] > ' ') {
                at++;
            }
            words[i] = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
            at++;
            if (words[i].startsWith("#")) {
                while (bytes[at - 1] != '\n') {
                    at++;
                }
                i--;
            }
        }
        assertThat(words[0]).isIn("P5", "P6");
        assertThat(words[3]).isEqualTo("255");
        int channels = words[0].equals("P6") ? PixelMatrix.COLOR : 1;
        return new PixelMatrix(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                channels,
                Arrays.copyOfRange(bytes, at, bytes.length));
    }
}
