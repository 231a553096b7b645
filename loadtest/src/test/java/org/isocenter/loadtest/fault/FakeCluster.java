/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers commands as the control port of a cluster does, and remembers them. */
final class FakeCluster implements AutoCloseable {

    final List<String> commands = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;

    FakeCluster(Path data) throws IOException {
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run").resolve("control"), listener.getLocalPort() + " secret\n");
        Thread thread = new Thread(this::serve, "fake-cluster");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket caller = listener.accept();
                    PrintStream out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.UTF_8);
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
                String line = in.readLine();
                if (!line.startsWith("secret ")) {
                    out.println("error the token is not right");
                } else if (line.equals("secret status-json")) {
                    out.println("ok");
                    out.println(
                            "[{\"name\":\"ingest-2\",\"state\":\"ready\"},{\"name\":\"ingest-1\",\"state\":\"ready\"},"
                                    + "{\"name\":\"s3\",\"state\":\"ready\"},{\"name\":\"front\",\"state\":\"ready\"}]");
                } else if (line.endsWith(" nobody")) {
                    out.println("error there is no nobody");
                } else {
                    commands.add(line.substring("secret ".length()));
                    out.println("ok");
                }
            } catch (IOException e) {
                // closed
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
