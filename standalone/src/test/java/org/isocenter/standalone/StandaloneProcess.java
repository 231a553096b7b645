/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged archive as a user starts it, through the launcher, on a data folder and free ports of its own. */
final class StandaloneProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(600);

    private final Path data;
    private final int httpPort = freePort();
    private final int dicomPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private Process launcher;
    private List<ProcessHandle> children = List.of();

    StandaloneProcess(Path data, String... options) {
        this.data = data;
        this.options = List.of(options);
    }

    /** Sets a key of the configuration by its environment variable. */
    StandaloneProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What an engine's configuration file, named below the data folder, has for a key. */
    String engineSetting(String file, String key) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve(file))) {
            properties.load(in);
        }
        return properties.getProperty(key);
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                root().resolve("isocenter").toString(),
                "up",
                "--data",
                data.toString(),
                "--http-port",
                String.valueOf(httpPort),
                "--dicom-port",
                String.valueOf(dicomPort)));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        launcher = builder.start();
        launcher.getOutputStream().close();
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady()) {
            if (!launcher.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("did not become ready:\n" + Files.readString(log()));
            }
            Thread.sleep(200);
        }
        children = launcher.descendants().toList();
    }

    /** Runs another command of the launcher on it; throws if it fails. */
    Dcmtk.Outcome launch(String command, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(root().resolve("isocenter").toString(), command));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        Dcmtk.Outcome outcome = Dcmtk.run(data, line.toArray(String[]::new));
        if (outcome.status() != 0) {
            throw new IllegalStateException(String.join(" ", line) + ": " + outcome.output());
        }
        return outcome;
    }

    /** Stops it in order, as a user's Ctrl-C or an init system would. */
    void stop() throws InterruptedException {
        if (launcher != null && launcher.isAlive()) {
            launcher.toHandle().destroy();
            if (!launcher.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("did not stop within 90 s");
            }
        }
        awaitChildrenGone();
    }

    /** Kills the archive and its engines at once, as a power switch of the process table would. */
    void killAll() throws InterruptedException {
        children = launcher.descendants().toList();
        launcher.toHandle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        launcher.waitFor();
        awaitChildrenGone();
    }

    /** The engine process whose command line holds the given word. */
    ProcessHandle engine(String word) {
        return launcher.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no engine " + word));
    }

    boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    int dicomPort() {
        return dicomPort;
    }

    Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        if (launcher != null && launcher.isAlive()) {
            killAll();
        }
    }

    /** The root of the checkout: the folder above this module. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    private void awaitChildrenGone() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (children.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("engines outlive their parent");
            }
            Thread.sleep(50);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
