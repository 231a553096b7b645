/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java that engines run on: Cassandra 5.0 starts on 11 and 17 only. */
final class EngineJava {

    private static final String PROPERTY = "isocenter.engines.java";
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/jvm/java-17-openjdk-amd64",
            "/usr/lib/jvm/java-17-openjdk-arm64",
            "/usr/lib/jvm/java-17-openjdk",
            "/usr/lib/jvm/temurin-17-jdk-amd64",
            "/usr/lib/jvm/temurin-17-jdk-arm64",
            "/usr/lib/jvm/java-17");

    private EngineJava() {}

    static String executable() {
        int running = Runtime.version().feature();
        String home = System.getProperty(PROPERTY);
        if (home == null && (running == 17 || running == 11)) {
            home = System.getProperty("java.home");
        }
        if (home == null) {
            home = Stream.concat(Stream.ofNullable(System.getenv("JAVA17_HOME")), USUAL_PLACES.stream())
                    .filter(each -> Files.isExecutable(Path.of(each, "bin", "java")))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("Cassandra 5.0 runs on Java 17 (or 11), this is Java "
                            + running + ": install openjdk-17-jre-headless, or name a Java 17 by -D" + PROPERTY));
        }
        return Path.of(home, "bin", "java").toString();
    }
}
