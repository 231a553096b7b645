/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of a multipart body (RFC 2046 5.1) one after the other without holding them. For one thread. */
public final class MultipartInput {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEAD = 16 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean inPart;

    private MultipartInput(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter has no line break before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        this.end = 2;
    }

    /**
     * Begins to read a body.
     *
     * @param contentType with the boundary
     * @throws IOException when it is not multipart
     */
    public static MultipartInput of(InputStream body, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
            throw new IOException("the answer is not multipart but " + contentType);
        }
        return new MultipartInput(body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    }

    /**
     * Goes to the next part.
     *
     * @return what is in it, or null after the last
     */
    public InputStream next() throws IOException {
        inPart = true;
        try (InputStream rest = new Part()) {
            rest.skip(Long.MAX_VALUE);
        }
        start += delimiter.length;
        if (isClosing()) {
            return null;
        }
        skipHead();
        inPart = true;
        return new Part();
    }

    private boolean isClosing() throws IOException {
        require(2);
        return buffer[start] == '-' && buffer[start + 1] == '-';
    }

    /** The rest of the delimiter's line, and headers until an empty line. */
    private void skipHead() throws IOException {
        int head = lineLength(MAX_HEAD);
        int line;
        do {
            line = lineLength(MAX_HEAD - head);
            head += line;
        } while (line > 0);
    }

    private int lineLength(int most) throws IOException {
        int length = 0;
        for (int each = read(); each != '\n'; each = read()) {
            length += each == '\r' ? 0 : 1;
            if (length > most) {
                throw new IOException("the head of a part is longer than " + MAX_HEAD + " bytes");
            }
        }
        return length;
    }

    private int read() throws IOException {
        require(1);
        return buffer[start++] & 0xff;
    }

    private void require(int count) throws IOException {
        while (end - start < count) {
            if (!fill()) {
                throw new EOFException("the multipart body ends without its closing delimiter");
            }
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    /** Where the next delimiter begins, or -1 when none is in the buffer. */
    private int find() {
        for (int i = start; i + delimiter.length <= end; i++) {
            if (buffer[i] == '\r' && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private final class Part extends InputStream {

        /** Bytes of the part that are in the buffer; 0 at its end. */
        private int available0() throws IOException {
            if (!inPart) {
                return 0;
            }
            while (true) {
                int found = find();
                if (found >= 0) {
                    inPart = found > start;
                    return found - start;
                }
                int safe = end - start - delimiter.length + 1;
                if (safe > 0) {
                    return safe;
                }
                if (!fill()) {
                    throw new EOFException("the multipart body is cut off within a part");
                }
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = Math.min(length, available0());
            if (count == 0) {
                return -1;
            }
            System.arraycopy(buffer, start, target, offset, count);
            start += count;
            return count;
        }

        @Override
        public long skip(long length) throws IOException {
            long left = length;
            int count = (int) Math.min(left, available0());
            while (count > 0) {
                start += count;
                left -= count;
                count = (int) Math.min(left, available0());
            }
            return length - left;
        }
    }
}
