/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts objects into a folder of this machine; goes with {@link RetrieveEngines}. */
public final class LocalObjects implements QuarkusTestResourceLifecycleManager {

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "isocenter.objects.kind", "file",
                "isocenter.objects.directory", "target/local-objects",
                "isocenter.objects.durability", "process");
    }

    @Override
    public void stop() {
        // the folder is that of the build
    }
}
