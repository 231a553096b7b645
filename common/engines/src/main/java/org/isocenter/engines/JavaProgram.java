/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Any program in Java that lives and dies as an engine does: it holds a lock, it ends with its parent, and it may be stopped,
 * killed, paused and started again. It is ready when its HTTP port says so.
 */
public final class JavaProgram extends Engine {

    private static final int REPLY_MILLIS = 6000;

    private final int httpPort;

    private JavaProgram(ChildJvm child, int httpPort) {
        super(child);
        this.httpPort = httpPort;
    }

    /**
     * Describes a program; nothing is started yet.
     *
     * @param name what the process is called
     * @param options the folder of its log and lock
     * @param classPath its jar files
     * @param jvmOptions heap and system properties
     * @param mainClass what is run
     * @param httpPort where {@code /q/health/ready} is asked
     */
    public static JavaProgram of(
            String name,
            EngineOptions options,
            List<Path> classPath,
            List<String> jvmOptions,
            String mainClass,
            int httpPort) {
        return new JavaProgram(
                new ChildJvm(
                        name,
                        options,
                        EngineHome.classPath(classPath),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        jvmOptions,
                        mainClass),
                httpPort);
    }

    /** The port where it answers for its health. */
    public int httpPort() {
        return httpPort;
    }

    @Override
    public List<String> addresses() {
        return List.of("http 127.0.0.1:" + httpPort);
    }

    @Override
    public boolean isReady() {
        byte[] request = "GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return Ports.answer(Ports.host(1), httpPort, request, REPLY_MILLIS).matches("(?s)HTTP/1\\.\\d 200.*");
    }
}
