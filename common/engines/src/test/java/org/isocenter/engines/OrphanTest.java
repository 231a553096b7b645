/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Engines whose parent is killed with SIGKILL, one of them while it stands still. */
class OrphanTest {

    @TempDir
    Path folder;

    @Test
    void killedParent_takesTheEnginesWithIt_andTheNextOneStartsOnTheirData() throws Exception {
        Path pids = folder.resolve("pids");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcess.class.getName(),
                        folder.resolve("data").toString(),
                        pids.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        await(() -> Files.exists(pids) || !parent.isAlive(), 90, "the start of the engines");
        assertThat(pids).as(Files.readString(folder.resolve("parent.log"))).exists();
        List<ProcessHandle> engines = Files.readAllLines(pids).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
        assertThat(engines).hasSize(3).allMatch(ProcessHandle::isAlive);

        parent.destroyForcibly().waitFor();

        // no wait here: the next set must itself wait for those that are still ending
        try (EngineSet next = EngineSet.start(new EngineOptions(folder.resolve("data"), Durability.PROCESS, 0, true))) {
            assertThat(engines).noneMatch(ProcessHandle::isAlive);
            assertThat(next.all()).allMatch(Engine::isReady);
        }
    }

    private static void await(BooleanSupplier condition, int seconds, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
