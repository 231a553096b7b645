/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * DCMTK's command-line programs, found on the PATH and run with a time limit.
 *
 * <p>Tests skip with {@link #missing} as the reason where the programs are not installed.
 */
public final class DcmtkTools {

    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    private DcmtkTools() {}

    /**
     * What a program left behind.
     *
     * @param exitCode its exit code
     * @param output what it wrote to standard output, byte for byte
     * @param errors what it wrote to standard error
     */
    public record Result(int exitCode, byte[] output, String errors) {

        /** Returns standard output as UTF-8 text. */
        public String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    /** Whether every one of the programs is on the PATH. */
    public static boolean areInstalled(String... programs) {
        for (String program : programs) {
            if (find(program).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the reason to give when a test is skipped for the lack of a program. */
    public static String missing(String... programs) {
        return "DCMTK's " + String.join(", ", programs) + " not found on the PATH (Debian package dcmtk)";
    }

    /** Returns the path of a program on the PATH; a path is returned as it is if there is a program. */
    public static Optional<Path> find(String program) {
        if (program.indexOf('/') >= 0) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        String searched = System.getenv("PATH");
        for (String directory : (searched == null ? "" : searched).split(File.pathSeparator)) {
            Path candidate = Path.of(directory, program);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Runs a program for at most a minute. */
    public static Result run(String program, String... arguments) {
        return run(DEFAULT_LIMIT, null, program, arguments);
    }

    /**
     * Runs a program to its end.
     *
     * @param limit the longest time to wait; the program is ended after it
     * @param directory the working directory, or null for the current one
     * @param program the name of the program
     * @param arguments its arguments
     * @throws IllegalStateException if the program is absent or did not end in time
     */
    public static Result run(Duration limit, Path directory, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(find(program)
                .orElseThrow(() -> new IllegalStateException(missing(program)))
                .toString());
        command.addAll(List.of(arguments));
        try {
            return run(limit, directory, command);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, interrupted);
        }
    }

    private static Result run(Duration limit, Path directory, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("dcmtk", ".out");
        Path errors = Files.createTempFile("dcmtk", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory == null ? null : directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(command.get(0) + " did not end within " + limit);
            }
            return new Result(
                    process.exitValue(),
                    Files.readAllBytes(output),
                    new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
