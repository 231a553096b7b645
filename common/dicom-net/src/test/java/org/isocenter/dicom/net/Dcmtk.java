/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs DCMTK's programs, where they are installed. */
final class Dcmtk {
    private Dcmtk() {}

    /** For {@code assumeTrue}. */
    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** What a program that has ended said. */
    record Result(int exitCode, String output) {}

    static Result run(Path directory, Object... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process = start(directory, output, command);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException(command[0] + " does not end");
            }
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    static Process start(Path directory, Path output, Object... command) throws IOException {
        List<String> words =
                new ArrayList<>(Arrays.stream(command).map(String::valueOf).toList());
        return new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
