/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a process standing still. It cannot see there that its parent has died, so a small companion waits at a pipe from us and
 * lets it go on when the pipe ends, however that comes.
 */
final class PauseGuard {

    private static final String SCRIPT =
            "trap '' INT HUP TERM; kill -STOP \"$1\" || exit 1; echo stopped; read -r _; kill -CONT \"$1\"";

    private final Process companion;

    private PauseGuard(Process companion) {
        this.companion = companion;
    }

    /** Stops the process and returns when that is done. */
    static PauseGuard stop(long pid) {
        try {
            Process companion = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh", String.valueOf(pid)).start();
            if (companion.getInputStream().read() < 0) {
                throw new EngineException("process " + pid + " cannot be stopped");
            }
            return new PauseGuard(companion);
        } catch (IOException e) {
            throw new EngineException("process " + pid + " cannot be stopped", e);
        }
    }

    /** Lets the process go on. */
    void release() {
        try {
            companion.getOutputStream().close();
            if (!companion.waitFor(5, TimeUnit.SECONDS)) {
                throw new EngineException("a process that stands still cannot be let go on");
            }
        } catch (IOException e) {
            throw new EngineException("a process that stands still cannot be let go on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process is gone. */
    void drop() {
        companion.destroyForcibly();
    }
}
