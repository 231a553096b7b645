/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a multipart body (RFC 2046 5.1, RFC 2387) part by part to a stream. Headers go out in one write, content as it is
 * given. Not thread-safe.
 */
public final class MultipartWriter {

    private final OutputStream out;
    private final String boundary;
    private boolean begun;

    /**
     * Begins a body.
     *
     * @param out where to; flushed by {@link #finish()}, not closed
     * @param boundary see {@link #newBoundary()}
     */
    public MultipartWriter(OutputStream out, String boundary) {
        this.out = out;
        this.boundary = boundary;
    }

    /** A boundary that no content will contain by accident. */
    public static String newBoundary() {
        return "isocenter-" + UUID.randomUUID();
    }

    /** The Content-Type of the whole body, whose parts are of the media type given. */
    public static String contentType(String partMediaType, String boundary) {
        return "multipart/related; type=\"" + partMediaType + "\"; boundary=" + boundary;
    }

    /** Begins a part; its content is then written to {@link #content()}. */
    public void beginPart(Map<String, String> headers) throws IOException {
        StringBuilder text = new StringBuilder(begun ? "\r\n--" : "--").append(boundary);
        begun = true;
        headers.forEach((name, value) -> {
            if (name.indexOf('\n') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("line break in a header");
            }
            text.append("\r\n").append(name).append(": ").append(value);
        });
        out.write(text.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the content of the part that was begun last; must not be closed. */
    public OutputStream content() {
        return out;
    }

    /** Writes the closing boundary and flushes. Without a single part the body is one empty preamble. */
    public void finish() throws IOException {
        out.write(((begun ? "\r\n--" : "--") + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
