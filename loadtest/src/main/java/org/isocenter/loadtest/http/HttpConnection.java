/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.isocenter.loadtest.socket.LoadSocket;

/** A kept-alive HTTP/1.1 connection (RFC 9112) that counts the bytes of bodies and throws them away. For one thread. */
public final class HttpConnection implements Closeable {

    private final String host;
    private final int port;
    private LoadSocket socket;

    /** Prepares a connection to the host of the address; it is made with the first request. */
    public HttpConnection(URI address) {
        this.host = address.getHost();
        this.port = address.getPort() < 0 ? 80 : address.getPort();
    }

    /** Sends a GET. */
    public HttpResult get(String path, String accept) throws IOException {
        return exchange("GET", path, Map.of("Accept", accept));
    }

    /** Sends a POST; the parts together are the body. */
    public HttpResult post(String path, String contentType, String accept, byte[]... parts) throws IOException {
        long length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        return exchange(
                "POST",
                path,
                Map.of("Accept", accept, "Content-Type", contentType, "Content-Length", Long.toString(length)),
                parts);
    }

    private HttpResult exchange(String method, String path, Map<String, String> headers, byte[]... parts)
            throws IOException {
        if (socket == null) {
            socket = LoadSocket.connect(host, port);
        }
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        socket.put(bytes, 0, bytes.length);
        for (byte[] part : parts) {
            socket.put(part, 0, part.length);
        }
        socket.flush();
        return readResponse();
    }

    private HttpResult readResponse() throws IOException {
        int status = readStatus();
        Map<String, String> headers = readHeaders();
        while (status / 100 == 1) {
            status = readStatus();
            headers = readHeaders();
        }
        boolean ends = "close".equalsIgnoreCase(headers.get("connection"));
        long length;
        if (status == 204 || status == 304) {
            length = 0;
        } else if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            length = skipChunks();
        } else if (headers.containsKey("content-length")) {
            length = Long.parseLong(headers.get("content-length"));
            socket.skip(length);
        } else {
            length = socket.skipToEnd();
            ends = true;
        }
        if (ends) {
            close();
        }
        return new HttpResult(status, length);
    }

    private int readStatus() throws IOException {
        String line = socket.readLine();
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("not a status line of HTTP/1.1");
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = socket.readLine(); !line.isEmpty(); line = socket.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    private long skipChunks() throws IOException {
        long total = 0;
        while (true) {
            String line = socket.readLine();
            int extension = line.indexOf(';');
            long size = Long.parseLong((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
            if (size == 0) {
                readHeaders();
                return total;
            }
            socket.skip(size);
            if (!socket.readLine().isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
            total += size;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
