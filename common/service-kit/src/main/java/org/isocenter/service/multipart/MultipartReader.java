/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isocenter.service.multipart.MultipartException.Reason;

/**
 * Reads a multipart body (RFC 2046 5.1) part by part from a blocking stream. Nothing but one buffer is held: a part of any
 * size passes through. Preamble and epilogue are skipped. Not thread-safe.
 */
public final class MultipartReader {

    private static final int MAX_BOUNDARY_LENGTH = 70;
    private static final int MAX_PART_HEADER_LENGTH = 16 * 1024;

    private final DelimitedInput input;
    private PartInputStream current;
    private boolean finished;

    /**
     * Begins to read.
     *
     * @param in the body; read ahead by up to 64 KiB, not closed
     * @param boundary value of the Content-Type's boundary parameter, without quotes
     * @throws MultipartException if the boundary cannot be one
     */
    public MultipartReader(InputStream in, String boundary) throws MultipartException {
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY_LENGTH) {
            throw new MultipartException(Reason.BAD_BOUNDARY, "the boundary must have 1 to 70 characters");
        }
        this.input = new DelimitedInput(in, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        this.current = new PartInputStream(); // the preamble
    }

    /**
     * The next part; what was not read of the one before is skipped.
     *
     * @return empty after the closing boundary
     * @throws MultipartException if the body is truncated or malformed
     */
    public Optional<BodyPart> next() throws IOException {
        if (finished) {
            return Optional.empty();
        }
        current.skipRest();
        if (input.startsNextPart()) {
            Map<String, String> headers = readHeaders();
            current = new PartInputStream();
            return Optional.of(new BodyPart(headers, current));
        }
        finished = true;
        return Optional.empty();
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String lastName = null;
        int budget = MAX_PART_HEADER_LENGTH;
        for (String line = input.readLine(budget); !line.isEmpty(); line = input.readLine(budget)) {
            budget -= line.length() + 2;
            if (lastName != null && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                headers.merge(lastName, line.strip(), (value, more) -> value + " " + more); // RFC 822 folding
                continue;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new MultipartException(Reason.BAD_PART_HEADER, "a line of the part's header is no header");
            }
            lastName = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.putIfAbsent(lastName, line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Bytes up to the next delimiter. */
    private final class PartInputStream extends InputStream {

        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (ended || this != current) {
                return -1;
            }
            int count = input.read(buffer, offset, length);
            ended = count < 0;
            return count;
        }

        void skipRest() throws IOException {
            while (!ended) {
                ended = !input.skipToDelimiterOrRefill();
            }
        }
    }
}
