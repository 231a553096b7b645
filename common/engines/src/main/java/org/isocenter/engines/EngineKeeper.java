/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Path;

/**
 * Keeps the shared engines of a build running until its process is ended. Public for {@code EngineMain}. Arguments: data folder,
 * file for the addresses.
 */
public final class EngineKeeper {

    private EngineKeeper() {}

    public static void main(String[] arguments) throws InterruptedException {
        EngineOptions options = new EngineOptions(Path.of(arguments[0]), Durability.PROCESS, 0, true);
        EngineSet engines = EngineSet.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "stop-engines"));
        EngineAddresses.of(engines).write(Path.of(arguments[1]));
        Thread.currentThread().join();
    }
}
