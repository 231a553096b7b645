/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** DCMTK's programs as independent codecs, bounded in time. */
final class Dcmtk {
    static final String ABSENT = "DCMTK's programs are not installed";

    private static final int SECONDS = 120;

    private Dcmtk() {}

    static boolean isInstalled() {
        try {
            return run(List.of("dcmdjpls", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program with options on a file. */
    static ImageFile convert(Path folder, ImageFile file, String... command) throws IOException {
        Path in = Files.createTempFile(folder, "in", ".dcm");
        file.write(in);
        return convert(folder, in, command);
    }

    /** Runs a program with options on a file. */
    static ImageFile convert(Path folder, Path in, String... command) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".dcm");
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add(in.toString());
        arguments.add(out.toString());
        int status = run(arguments);
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
        return SampleFiles.read(out);
    }

    private static int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end in time");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return process.exitValue();
    }
}
