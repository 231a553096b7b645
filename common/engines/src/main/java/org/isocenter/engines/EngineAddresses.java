/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Where running engines are.
 *
 * @param cassandra {@code host:port} of the CQL port
 * @param kafka {@code host:port} of a broker
 * @param s3 endpoint of the S3 server
 * @param s3AccessKey who we are there
 * @param s3SecretKey the proof of it
 */
public record EngineAddresses(String cassandra, String kafka, String s3, String s3AccessKey, String s3SecretKey) {

    static EngineAddresses of(EngineSet engines) {
        S3 s3 = engines.s3().orElseThrow();
        return new EngineAddresses(
                engines.cassandra().contactPoint(),
                engines.kafka().bootstrapServers(),
                s3.endpoint(),
                s3.accessKey(),
                s3.secretKey());
    }

    static EngineAddresses read(Path file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new EngineException("the addresses of engines cannot be read from " + file, e);
        }
        return new EngineAddresses(
                properties.getProperty("cassandra"),
                properties.getProperty("kafka"),
                properties.getProperty("s3"),
                properties.getProperty("s3.access-key"),
                properties.getProperty("s3.secret-key"));
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("cassandra", cassandra);
        properties.setProperty("kafka", kafka);
        properties.setProperty("s3", s3);
        properties.setProperty("s3.access-key", s3AccessKey);
        properties.setProperty("s3.secret-key", s3SecretKey);
        try {
            Path whole = Files.createTempFile(file.getParent(), "engines", ".properties");
            try (OutputStream out = Files.newOutputStream(whole)) {
                properties.store(out, null);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EngineException("the addresses of engines cannot be written to " + file, e);
        }
    }

    /** Whether all of them answer. */
    boolean answer() {
        return answers(cassandra) && answers(kafka) && answers(s3);
    }

    private static boolean answers(String address) {
        return Ports.answers(Ports.host(1), Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }
}
