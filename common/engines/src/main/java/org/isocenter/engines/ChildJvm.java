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

import org.isocenter.engines.child.EngineMain;

/** A process of an engine. Safe for use by many threads. */
final class ChildJvm {

    private static final int STOP_SECONDS = 20;

    /**
     * Ctrl-C reaches all processes of a terminal: the parent decides in which order they end. A thread that sleeps for microseconds to
     * wait for work, as Cassandra's do, is woken up to 0.2 ms late: a quarter of the wake-ups, which cost more than the work they wait for.
     */
    private static final List<String> AS_A_CHILD = List.of(
            "/bin/sh",
            "-c",
            "trap '' INT HUP; { echo 200000 >/proc/$$/timerslack_ns; } 2>/dev/null; exec \"$@\"",
            "sh");

    private final String name;
    private final Path log;
    private final List<String> command;
    private final String classPath;
    private volatile Process process;
    private volatile PauseGuard pause;

    /** A process of an engine; nothing is started yet. */
    ChildJvm(
            String name,
            String engine,
            EngineOptions options,
            List<String> jvmOptions,
            String mainClass,
            String... arguments) {
        this(name, options, EngineHome.classPath(engine), EngineJava.executable(), jvmOptions, mainClass, arguments);
    }

    /**
     * Describes a process; nothing is started yet. The class path goes by the environment: {@code ps} then shows what is
     * run, and not a hundred file names before it.
     */
    ChildJvm(
            String name,
            EngineOptions options,
            String classPath,
            String java,
            List<String> jvmOptions,
            String mainClass,
            String... arguments) {
        this.name = name;
        this.classPath = classPath;
        log = options.log(name);
        command = new ArrayList<>(AS_A_CHILD);
        command.add(java);
        command.addAll(jvmOptions);
        command.add("-D" + EngineMain.LOCK + "=" + options.lock(name));
        command.add(EngineMain.class.getName());
        command.add(String.valueOf(options.watchedPid()));
        command.add(mainClass);
        command.addAll(List.of(arguments));
    }

    synchronized void start() {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("CLASSPATH", classPath);
            process = builder.start();
        } catch (IOException e) {
            throw new EngineException(name + " cannot be started", e);
        }
    }

    boolean isAlive() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /** 0 if it was never started. */
    long pid() {
        Process started = process;
        return started == null ? 0 : started.pid();
    }

    boolean isPaused() {
        return pause != null && isAlive();
    }

    /** Asks it to end, and kills it when it does not. */
    synchronized void stop() {
        if (isAlive()) {
            process.destroy();
            // one that stands still hears of it when it goes on
            resume();
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
        if (pause != null) {
            pause.drop();
            pause = null;
        }
    }

    /** Lets it stand still (SIGSTOP). */
    synchronized void pause() {
        if (!isAlive()) {
            throw new EngineException(name + " does not run");
        }
        if (pause == null) {
            pause = PauseGuard.stop(pid());
        }
    }

    /** Lets it go on (SIGCONT). */
    synchronized void resume() {
        if (pause != null) {
            pause.release();
            pause = null;
        }
    }

    String name() {
        return name;
    }

    String failure() {
        return name + " did not start; its log is " + log;
    }
}
