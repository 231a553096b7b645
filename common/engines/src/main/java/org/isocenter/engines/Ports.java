/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback addresses. */
public final class Ports {

    /** Below those that systems give to outgoing connections, one of which could take a port while its owner is restarted. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;

    private static final int CONNECT_MILLIS = 500;
    private static final int REPLY_MILLIS = 2000;

    private Ports() {}

    /** A port on which nothing listens. */
    public static int free() {
        return free(1);
    }

    /** A port on which nothing listens at the first so many loopback addresses: 127.0.0.1, 127.0.0.2 and so on. */
    static int free(int addresses) {
        List<String> hosts =
                IntStream.rangeClosed(1, addresses).mapToObj(Ports::host).toList();
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (hosts.stream().allMatch(host -> isFree(host, port))) {
                return port;
            }
        }
        throw new EngineException("no free port was found at " + hosts);
    }

    /** The loopback address of a node, the first of which is 1. */
    static String host(int node) {
        return "127.0.0." + node;
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server takes the request: anything it sends back counts, and a process that stands still sends nothing. */
    static boolean replies(String host, int port, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(REPLY_MILLIS);
            socket.getOutputStream().write(request);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The beginning of what a server sends back, some hundred bytes of it; empty if there is no answer in time. */
    static String answer(String host, int port, byte[] request, int millis) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(request);
            byte[] beginning = new byte[256];
            int length = socket.getInputStream().read(beginning);
            return new String(beginning, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether something listens. */
    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
