/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Accepts connections, one after the other, and answers the heads of requests with prepared bytes. */
public final class ScriptedServer implements Closeable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final List<List<String>> answers;

    /** Each connection gives its answers in their order and is closed after the last. */
    public ScriptedServer(List<List<String>> answers) throws IOException {
        this.answers = answers;
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The DICOMweb root. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/dicom-web");
    }

    /** The head of the next request that was answered. */
    public String nextHead() throws InterruptedException {
        return heads.take();
    }

    private void serve() {
        try {
            for (List<String> connection : answers) {
                try (Socket socket = server.accept()) {
                    for (String answer : connection) {
                        heads.add(readHead(socket.getInputStream()));
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
            }
        } catch (IOException e) {
            heads.add("failed: " + e.getMessage());
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int each = in.read();
            if (each < 0) {
                throw new IOException("no whole head");
            }
            head.append((char) each);
        }
        int length = head.indexOf("Content-Length: ");
        if (length >= 0) {
            String number = head.substring(length + 16, head.indexOf("\r", length));
            head.append(new String(in.readNBytes(Integer.parseInt(number)), StandardCharsets.ISO_8859_1));
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
