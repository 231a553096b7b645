/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.isocenter.service.multipart.MultipartException.Reason;

/** A buffered stream that stops before each delimiter, found by Horspool's search. */
final class DelimitedInput {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] shifts = new int[256];
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int limit;
    /** Bytes before this one belong to the part; at least {@code position}. */
    private int safe;

    private boolean atDelimiter;

    DelimitedInput(InputStream in, byte[] delimiter) {
        this.in = in;
        this.delimiter = delimiter.clone();
        Arrays.fill(shifts, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            shifts[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        }
        // the first delimiter may stand at the very start, without the line break that belongs to the others
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
    }

    /** Reads bytes before the delimiter; -1 at the delimiter. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == safe && !findSafe()) {
            return -1;
        }
        int count = Math.min(length, safe - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Skips what is buffered of the part; false at the delimiter. */
    boolean skipToDelimiterOrRefill() throws IOException {
        if (position == safe && !findSafe()) {
            return false;
        }
        position = safe;
        return true;
    }

    /**
     * Consumes the delimiter and what follows it on its line.
     *
     * @return false if it was the closing one
     */
    boolean startsNextPart() throws IOException {
        position += delimiter.length;
        boolean closing = position + 1 < limit && buffer[position] == '-' && buffer[position + 1] == '-';
        atDelimiter = false;
        safe = position;
        if (closing) {
            return false;
        }
        String padding = readLine(BUFFER_SIZE / 2);
        if (!padding.isBlank()) {
            throw new MultipartException(Reason.BAD_PART_HEADER, "text follows the boundary on its line");
        }
        return true;
    }

    /** Reads a line of at most {@code budget} bytes up to CRLF or LF, without it. */
    String readLine(int budget) throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = position + scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    int end = i > position && buffer[i - 1] == '\r' ? i - 1 : i;
                    String line = new String(buffer, position, end - position, StandardCharsets.UTF_8);
                    position = i + 1;
                    safe = position;
                    return line;
                }
            }
            scanned = limit - position;
            if (scanned > budget) {
                throw new MultipartException(Reason.BAD_PART_HEADER, "the header of a part is too long");
            }
            fill();
        }
    }

    /** Finds more bytes that belong to the part; false if the delimiter is next. */
    private boolean findSafe() throws IOException {
        while (!atDelimiter) {
            int found = search(position);
            if (found >= 0) {
                if (!canJudge(found)) {
                    safe = found;
                    if (safe > position) {
                        return true;
                    }
                    fill();
                    continue;
                }
                if (isDelimiterLine(found)) {
                    safe = found;
                    atDelimiter = true;
                    return safe > position;
                }
                safe = found + 2; // the boundary is the beginning of a longer text: data
                return true;
            }
            safe = Math.max(position, limit - (delimiter.length - 1));
            if (safe > position) {
                return true;
            }
            fill();
        }
        return position < safe;
    }

    private int search(int from) {
        int last = delimiter.length - 1;
        int i = from + last;
        while (i < limit) {
            if (buffer[i] == delimiter[last] && startsWithDelimiter(i - last)) {
                return i - last;
            }
            i += shifts[buffer[i] & 0xff];
        }
        return -1;
    }

    private boolean startsWithDelimiter(int at) {
        return at + delimiter.length <= limit
                && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length);
    }

    private boolean canJudge(int found) {
        return found + delimiter.length + 2 <= limit;
    }

    private boolean isDelimiterLine(int found) {
        byte first = buffer[found + delimiter.length];
        byte second = buffer[found + delimiter.length + 1];
        return (first == '-' && second == '-')
                || (first == '\r' && second == '\n')
                || first == '\n'
                || first == ' '
                || first == '\t';
    }

    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            safe = Math.max(0, safe - position);
            position = 0;
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            throw new MultipartException(Reason.TRUNCATED, "the body ends before its closing boundary");
        }
        limit += count;
    }
}
