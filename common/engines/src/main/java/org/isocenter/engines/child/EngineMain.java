/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The main class of an engine's process: runs the engine's own main class, and ends the process when the parent is gone.
 * The parent holds the other end of standard input, which closes however the parent dies; a process without such a parent is
 * given the pid of one to watch. Arguments: pid to watch or 0, main class, its arguments.
 */
public final class EngineMain {

    /**
     * System property with the file that is locked while this process lives, so that no two have the same data. It does not begin as our
     * keys do, of which services know all.
     */
    public static final String LOCK = "engine.lock";

    private static final long POLL_MILLIS = 1000;
    private static final long LAST_WORDS_MILLIS = 8000;

    /** Held in a field: a lock that is garbage is a lock that is gone. */
    @SuppressWarnings("unused")
    private static FileLock lock;

    private EngineMain() {}

    public static void main(String[] arguments) throws Throwable {
        long watched = Long.parseLong(arguments[0]);
        Thread watcher =
                new Thread(watched == 0 ? EngineMain::awaitEndOfInput : () -> awaitEndOf(watched), "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
        takeLock(System.getProperty(LOCK));
        run(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    static void run(String mainClass, String... arguments) throws Throwable {
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Waits for a predecessor on the same data, which may still be ending. The system gives the lock free, however we end. */
    private static void takeLock(String file) throws IOException {
        if (file != null) {
            Path path = Path.of(file);
            Files.createDirectories(path.getParent());
            lock = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .lock();
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // a broken pipe says the same as its end
        }
        end();
    }

    private static void awaitEndOf(long pid) {
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
        end();
    }

    /** In order if that is quick, at once otherwise. */
    private static void end() {
        Thread last = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_WORDS_MILLIS);
                    } catch (InterruptedException e) {
                        // halted below
                    }
                    Runtime.getRuntime().halt(1);
                },
                "last-resort");
        last.setDaemon(true);
        last.start();
        System.exit(0);
    }
}
