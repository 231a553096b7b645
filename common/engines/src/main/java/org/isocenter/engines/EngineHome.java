/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isocenter.engines.child.EngineMain;

/** Where the class paths of the engines are: the folders that the build fills, or {@code -Disocenter.engines.home}. */
final class EngineHome {

    private static final String PROPERTY = "isocenter.engines.home";

    private EngineHome() {}

    /** The class path of an engine, with the wrapper that starts it. */
    static String classPath(String engine) {
        Path library = home().resolve(engine).resolve("target").resolve("lib");
        if (!Files.isDirectory(library)) {
            throw new EngineException("the class path of " + engine + " is not at " + library
                    + ": build the project (mvn package), or name" + " the folder common/engines of a built tree by -D"
                    + PROPERTY);
        }
        try (Stream<Path> jars = Files.list(library)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":")) + ":" + wrapper();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of a program of our own, with the wrapper that starts it. */
    static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(":")) + ":" + wrapper();
    }

    private static Path home() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path engines = folder.resolve("common").resolve("engines");
            if (Files.isDirectory(engines.resolve("cassandra"))) {
                return engines;
            }
        }
        throw new EngineException(
                "the folder common/engines was not found above the working directory: name it by -D" + PROPERTY);
    }

    private static Path wrapper() {
        try {
            return Path.of(EngineMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EngineException("the engines' own classes were not found", e);
        }
    }
}
