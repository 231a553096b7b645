/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.peer;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Target;

/** Another archive, running on free ports of the loopback with its data in a temporary folder. */
public final class Peer implements Closeable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final Target target;
    private final Thread atExit = new Thread(this::stop, "peer-stop");

    private Peer(Process process, Path folder, Target target) {
        this.process = process;
        this.folder = folder;
        this.target = target;
    }

    /**
     * Starts an archive and waits until its ports accept connections.
     *
     * @throws IOException when the program is missing or does not start
     */
    public static Peer start(PeerKind kind) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("isocenter-peer-" + kind.label());
        Files.createDirectory(folder.resolve("data"));
        int dicomPort = freePort();
        int httpPort = freePort();
        Files.writeString(folder.resolve("peer.conf"), kind.configuration(folder, dicomPort, httpPort));
        ProcessBuilder builder = new ProcessBuilder(kind.command(folder, dicomPort))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("peer.log").toFile());
        builder.environment().put("TCP_NODELAY", "1");
        URI web = URI.create("http://127.0.0.1:" + httpPort + "/dicom-web");
        Target target = new Target(kind.label(), "127.0.0.1", dicomPort, kind.aet(), web, kind.services());
        Peer peer = new Peer(builder.start(), folder, target);
        Runtime.getRuntime().addShutdownHook(peer.atExit);
        try {
            peer.await(dicomPort);
            if (kind.services().contains(Service.WEB)) {
                peer.await(httpPort);
            }
            return peer;
        } catch (IOException | InterruptedException e) {
            peer.close();
            throw e;
        }
    }

    /** Where it is. */
    public Target target() {
        return target;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException(target.name() + " did not start: " + lastLog(), e);
                }
                Thread.sleep(100);
            }
        }
    }

    private String lastLog() throws IOException {
        String log = Files.readString(folder.resolve("peer.log"));
        return log.substring(Math.max(0, log.length() - 500));
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it by its process id and removes its data. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }
}
