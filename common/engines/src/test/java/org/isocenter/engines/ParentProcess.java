/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A process that starts engines and is killed by {@link OrphanTest}. Arguments: data folder, file for the pids. */
final class ParentProcess {

    private ParentProcess() {}

    public static void main(String[] arguments) throws Exception {
        EngineSet engines = EngineSet.start(new EngineOptions(Path.of(arguments[0]), Durability.PROCESS, 0, true));
        List<Engine> all = engines.all();
        // one that stands still does not see its parent die
        engines.kafka().pause();
        Path whole = Path.of(arguments[1] + ".new");
        Files.writeString(
                whole, all.stream().map(each -> String.valueOf(each.pid())).collect(Collectors.joining("\n")));
        Files.move(whole, Path.of(arguments[1]));
        Thread.currentThread().join();
    }
}
