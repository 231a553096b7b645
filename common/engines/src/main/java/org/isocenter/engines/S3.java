/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server over files (s3proxy). */
public final class S3 extends Engine {

    private static final String NAME = "s3";
    private static final String ACCESS_KEY = "isocenter";
    private static final String SECRET_KEY = "isocenter-on-this-machine-only";

    private static final byte[] HTTP_REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;

    private S3(ChildJvm child, int port) {
        super(child);
        this.port = port;
    }

    static S3 of(EngineOptions options, int port) {
        Path data = options.data(NAME);
        Path objects = data.resolve("objects");
        try {
            Files.createDirectories(objects);
        } catch (IOException e) {
            throw new EngineException("the folder of the S3 server cannot be made", e);
        }
        Path configuration = ConfigurationFile.write(
                data.resolve("conf").resolve("s3proxy.conf"),
                "s3proxy.conf",
                Map.of("port", port, "accessKey", ACCESS_KEY, "secretKey", SECRET_KEY, "data", objects));
        Path logging =
                ConfigurationFile.write(data.resolve("conf").resolve("logback.xml"), "s3proxy-logback.xml", Map.of());
        ChildJvm child = new ChildJvm(
                NAME,
                NAME,
                options,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Dlogback.configurationFile=" + logging),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
        return new S3(child, port);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    public String accessKey() {
        return ACCESS_KEY;
    }

    public String secretKey() {
        return SECRET_KEY;
    }

    @Override
    public List<String> addresses() {
        return List.of("s3 127.0.0.1:" + port);
    }

    @Override
    public boolean isReady() {
        return Ports.replies(Ports.host(1), port, HTTP_REQUEST);
    }
}
