/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import org.isocenter.engines.child.EngineMain;

/**
 * One set of engines for all tests of a build. Whoever needs it first starts it; it ends with the build. Tests keep out of each
 * other's way by keyspaces, topic prefixes and bucket prefixes of their own.
 *
 * <p>{@code -Dengines.file=FILE} uses engines that run already; {@code -Dengines=containers} starts the official images where a
 * Docker engine answers.
 */
public final class SharedEngines {

    private static final Duration READY = Duration.ofSeconds(150);
    private static final String FILE = "engines.file";
    private static final String KIND = "engines";

    private static EngineAddresses addresses;

    private SharedEngines() {}

    /** The addresses of the engines, which answer. */
    public static synchronized EngineAddresses get() {
        if (addresses == null) {
            addresses = find();
        }
        return addresses;
    }

    private static EngineAddresses find() {
        String file = System.getProperty(FILE);
        if (file != null && !file.isEmpty()) {
            return EngineAddresses.read(Path.of(file));
        }
        if ("containers".equals(System.getProperty(KIND))) {
            return ContainerEngines.start();
        }
        return startOnce(root().resolve("target").resolve("engines"));
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("common").resolve("engines"))) {
                return folder;
            }
        }
        throw new EngineException("not in the checkout");
    }

    private static EngineAddresses startOnce(Path folder) {
        long build = buildPid();
        Path file = folder.resolve("build-" + build + ".properties");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && Files.exists(file)) {
                    EngineAddresses known = EngineAddresses.read(file);
                    if (known.answer()) {
                        return known;
                    }
                    Files.delete(file);
                }
                return start(folder, build, file);
            }
        } catch (IOException e) {
            throw new EngineException("the shared engines cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    private static EngineAddresses start(Path folder, long build, Path file) throws IOException, InterruptedException {
        Path data = folder.resolve("build-" + build);
        Process keeper = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineMain.class.getName(),
                        String.valueOf(build),
                        EngineKeeper.class.getName(),
                        data.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keeper.log").toFile())
                .start();
        long deadline = System.nanoTime() + READY.toNanos();
        while (!Files.exists(file)) {
            if (!keeper.isAlive() || System.nanoTime() > deadline) {
                keeper.destroy();
                throw new EngineException("the shared engines did not start; see " + folder);
            }
            Thread.sleep(100);
        }
        return EngineAddresses.read(file);
    }

    /** The outermost Java process above this one: Maven; or this one when there is none. */
    private static long buildPid() {
        long pid = ProcessHandle.current().pid();
        for (ProcessHandle each = ProcessHandle.current();
                each != null;
                each = each.parent().orElse(null)) {
            if (each.info().command().orElse("").endsWith("java")) {
                pid = each.pid();
            }
        }
        return pid;
    }
}
