/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Path;

/**
 * How engines are started.
 *
 * @param directory where their data and logs are kept
 * @param durability what acknowledged writes survive
 * @param watchedPid the process whose end ends the engines; 0 for this one
 * @param s3 whether an S3 server is wanted
 */
public record EngineOptions(Path directory, Durability durability, long watchedPid, boolean s3) {

    public EngineOptions {
        directory = directory.toAbsolutePath();
    }

    Path data(String engine) {
        return directory.resolve(engine);
    }

    /** Locked by the engine's process as long as it lives. */
    Path lock(String engine) {
        return directory.resolve("run").resolve(engine + ".lock");
    }

    Path log(String engine) {
        return directory.resolve("logs").resolve(engine + ".log");
    }
}
