/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.isocenter.engines.EngineException;
import org.isocenter.standalone.StartException;

/**
 * Takes commands from this machine. A connection has one line, {@code TOKEN COMMAND ARGUMENT...}, and is answered by a line
 * {@code ok} or {@code error MESSAGE}, then by what the command prints. Port and token are in the file {@code run/control} of
 * the data folder, which its owner alone can read.
 */
final class ControlServer implements AutoCloseable {

    private static final int REQUEST_MILLIS = 5000;
    private static final int TOKEN_BYTES = 16;

    private final ControlCommands commands;
    private final Path file;
    private final String token;
    private final ServerSocket listener;

    ControlServer(Path data, ControlCommands commands) throws IOException {
        this.commands = commands;
        file = data.resolve("run").resolve("control");
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
        listener = new ServerSocket(0, 16, InetAddress.getByName(ClusterOptions.LOOPBACK));
    }

    /** Listens, and says where. */
    void start() throws IOException {
        Path whole = file.resolveSibling("control.new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, listener.getLocalPort() + " " + token + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Thread thread = new Thread(this::accept, "control");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread thread = new Thread(() -> serve(caller), "control-command");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // closed, or a caller that left at once
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                PrintStream out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            caller.setSoTimeout(REQUEST_MILLIS);
            String line = in.readLine();
            List<String> words =
                    line == null ? List.of() : Arrays.asList(line.strip().split("\\s+"));
            if (words.size() < 2 || !isToken(words.get(0))) {
                out.println("error the token is not right");
                return;
            }
            try {
                String answer = commands.run(words.get(1), words.subList(2, words.size()));
                out.println("ok");
                out.print(answer);
            } catch (StartException | EngineException e) {
                out.println("error " + e.getMessage());
            }
        } catch (IOException e) {
            // the caller is gone: nobody wants the answer
            Thread.onSpinWait();
        }
    }

    private boolean isToken(String word) {
        return MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(file);
    }
}
