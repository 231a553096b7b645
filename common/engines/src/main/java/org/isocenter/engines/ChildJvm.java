/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of an engine. Safe for use by many threads. */
final class ChildJvm {

    private static final int STOP_SECONDS = 20;

    private final String name;
    private final Path log;
    private final List<String> command;
    private Process process;

    /**
     * Describes a process; nothing is started yet.
     *
     * @param watchedPid the process whose end ends this one; 0 for the process that starts it
     */
    ChildJvm(String name, Path log, List<String> jvmOptions, long watchedPid, String mainClass, String... arguments) {
        this.name = name;
        this.log = log;
        command = new ArrayList<>();
        command.add(EngineJava.executable());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", EngineHome.classPath(name), "org.isocenter.engines.child.EngineMain"));
        command.add(String.valueOf(watchedPid));
        command.add(mainClass);
        command.addAll(List.of(arguments));
    }

    synchronized void start() {
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new EngineException(name + " cannot be started", e);
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Asks it to end, and kills it when it does not. */
    synchronized void stop() {
        if (isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }
    }

    /** Kills it at once (SIGKILL). */
    synchronized void kill() {
        if (isAlive()) {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets it stand still (SIGSTOP) or go on (SIGCONT). */
    synchronized void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new EngineException(name + " cannot be sent " + signal);
            }
        } catch (IOException e) {
            throw new EngineException(name + " cannot be sent " + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String failure() {
        return name + " did not start; its log is " + log;
    }
}
