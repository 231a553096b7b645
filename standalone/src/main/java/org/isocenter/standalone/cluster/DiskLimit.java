/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.isocenter.standalone.StartException;

/**
 * Keeps a running process from writing to files, as a full disk does, by the limit of file size that the system has for each
 * process: no privilege and no file system of its own are needed. Writes fail with EFBIG where a full disk says ENOSPC.
 */
final class DiskLimit {

    private DiskLimit() {}

    /** Sets or lifts the limit; needs {@code prlimit} (util-linux). */
    static void set(long pid, boolean full) {
        String limit = full ? "--fsize=0:unlimited" : "--fsize=unlimited:unlimited";
        try {
            Process process = new ProcessBuilder("prlimit", "--pid", String.valueOf(pid), limit)
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 && full) {
                throw new StartException("the limit of file size cannot be set: " + printed.strip());
            }
        } catch (IOException e) {
            if (full) {
                throw new StartException("the limit of file size cannot be set: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
