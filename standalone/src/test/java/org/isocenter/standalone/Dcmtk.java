/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** DCMTK's programs as independent clients, bounded in time. */
final class Dcmtk {

    private static final int SECONDS = 180;

    private Dcmtk() {}

    /** What a program printed and its exit status. */
    record Outcome(int status, String output) {}

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("storescu", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts {@code storescu -v} on the files; its output names each file and the status of its response. */
    static Process startStorescu(int port, Path output, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("storescu", "-v", "-aet", "TESTSCU", "-aec", "ISOCENTER", "127.0.0.1", String.valueOf(port)));
        files.forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = java.nio.file.Files.createTempFile("dcmtk", ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " did not end in time");
        }
        byte[] printed = java.nio.file.Files.readAllBytes(output);
        java.nio.file.Files.delete(output);
        return new Outcome(process.exitValue(), new String(printed, StandardCharsets.UTF_8));
    }
}
