/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The cluster of {@code isocenter up --cluster} on a data folder, told what to do. Safe for use by many threads. */
public final class ClusterControl {

    private static final int ANSWER_MILLIS = 180_000;
    private static final String READY = "ready";

    private final int port;
    private final String token;

    private ClusterControl(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /**
     * Reads where it listens.
     *
     * @param data its data folder
     * @throws IOException when no cluster runs there
     */
    public static ClusterControl of(Path data) throws IOException {
        Path file = data.resolve("run").resolve("control");
        if (!Files.isReadable(file)) {
            throw new IOException("no cluster runs on " + data + ": start one with isocenter up --cluster --faults");
        }
        String[] words = Files.readString(file).strip().split(" ");
        return new ClusterControl(Integer.parseInt(words[0]), words[1]);
    }

    /**
     * Gives a command and waits until it is done.
     *
     * @return what it prints
     * @throws IOException when it was refused or did not succeed, with its reason
     */
    public String tell(String... words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(ANSWER_MILLIS);
            out.write((token + " " + String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            String first = in.readLine();
            if (!"ok".equals(first)) {
                throw new IOException(
                        String.join(" ", words) + ": " + (first == null ? "no answer" : first.replace("error ", "")));
            }
            return in.lines().collect(Collectors.joining("\n"));
        }
    }

    /** States of all processes by their names. */
    public Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode each : new ObjectMapper().readTree(tell("status-json"))) {
            states.put(each.path("name").asText(), each.path("state").asText());
        }
        return states;
    }

    /** Waits until all processes are ready; false when they are not in time. */
    boolean awaitReady(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!notReady().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(500);
        }
        return true;
    }

    private List<String> notReady() throws IOException {
        return states().entrySet().stream()
                .filter(each -> !each.getValue().equals(READY))
                .map(Map.Entry::getKey)
                .toList();
    }
}
