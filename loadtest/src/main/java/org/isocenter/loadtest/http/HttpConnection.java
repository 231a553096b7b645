/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isocenter.loadtest.socket.ConnectOptions;
import org.isocenter.loadtest.socket.LoadSocket;

/** A kept-alive HTTP/1.1 connection (RFC 9112) that reads bodies as they come or throws them away. For one thread. */
public final class HttpConnection implements Closeable {

    private final String host;
    private final int port;
    private final ConnectOptions options;
    private final Map<String, String> fixedHeaders;
    private LoadSocket socket;

    /** Prepares a connection to the host of the address; it is made with the first request. */
    public HttpConnection(URI address) {
        this(address, ConnectOptions.FAST, Map.of());
    }

    /**
     * Prepares a connection to the host of the address; it is made with the first request.
     *
     * @param address http, or https when the options have TLS
     * @param options of the connection
     * @param fixedHeaders that each request has, such as Authorization
     */
    public HttpConnection(URI address, ConnectOptions options, Map<String, String> fixedHeaders) {
        boolean tls = "https".equals(address.getScheme());
        this.host = address.getHost();
        this.port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        this.options = options;
        this.fixedHeaders = Map.copyOf(fixedHeaders);
    }

    /** Sends a GET and throws the body of the answer away. */
    public HttpResult get(String path, String accept) throws IOException {
        return exchange(HttpRequest.get(path, accept), BodyReader.NONE, null);
    }

    /** Sends a POST; the parts together are the body. */
    public HttpResult post(String path, String contentType, String accept, byte[]... parts) throws IOException {
        return exchange(HttpRequest.post(path, contentType, accept, List.of(parts)), BodyReader.NONE, null);
    }

    /**
     * Sends a request and reads the answer. After a failure the connection is closed, and the next request makes another.
     *
     * @param limit for all of it, null for none
     */
    public HttpResult exchange(HttpRequest request, BodyReader reader, Duration limit) throws IOException {
        boolean whole = false;
        try {
            if (socket != null && socket.isEnded()) {
                close();
            }
            if (socket == null) {
                socket = LoadSocket.connect(host, port, options);
            }
            if (limit != null) {
                socket.limit(limit);
            }
            send(request);
            HttpResult result = readResponse(reader);
            if (socket != null) {
                socket.unlimit();
            }
            whole = true;
            return result;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private void send(HttpRequest request) throws IOException {
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(request.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\n");
        append(head, fixedHeaders);
        append(head, request.allHeaders());
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        socket.put(bytes, 0, bytes.length);
        for (byte[] part : request.parts()) {
            socket.put(part, 0, part.length);
        }
        socket.flush();
    }

    private static void append(StringBuilder head, Map<String, String> headers) {
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    }

    private HttpResult readResponse(BodyReader reader) throws IOException {
        int status = readStatus();
        Map<String, String> headers = readHeaders();
        while (status / 100 == 1) {
            status = readStatus();
            headers = readHeaders();
        }
        boolean ends = "close".equalsIgnoreCase(headers.get("connection"));
        BodyInput body;
        if (status == 204 || status == 304) {
            body = new BodyInput(socket, BodyInput.Framing.LENGTH, 0);
        } else if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            body = new BodyInput(socket, BodyInput.Framing.CHUNKS, 0);
        } else if (headers.containsKey("content-length")) {
            body = new BodyInput(socket, BodyInput.Framing.LENGTH, Long.parseLong(headers.get("content-length")));
        } else {
            body = new BodyInput(socket, BodyInput.Framing.CONNECTION, 0);
            ends = true;
        }
        reader.read(new HttpResult(status, 0, headers), body);
        body.finish();
        if (ends) {
            close();
        }
        return new HttpResult(status, body.count(), headers);
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

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
