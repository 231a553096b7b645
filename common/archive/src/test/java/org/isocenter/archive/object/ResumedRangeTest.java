/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResumedRangeTest {

    private static final byte[] OBJECT = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final List<String> asked = new ArrayList<>();

    @Test
    void connectionThatBreaks_isMadeAgainFromThere() throws IOException {
        try (InputStream range = new ResumedRange((from, count) -> broken(from, count, 4), 2, 10)) {
            assertThat(range.readAllBytes()).asString().isEqualTo("23456789ab");
        }
        assertThat(asked).containsExactly("2+10", "6+6", "10+2");
    }

    @Test
    void endInOrder_isNotAskedForAgain() throws IOException {
        try (InputStream range = new ResumedRange((from, count) -> part(from, 7), 0, 16)) {
            assertThat(range.readAllBytes()).asString().isEqualTo("0123456");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void storeThatBreaksEachTime_isGivenUp() throws IOException {
        try (InputStream range = new ResumedRange((from, count) -> broken(from, count, 0), 0, 16)) {
            assertThatThrownBy(range::readAllBytes)
                    .isInstanceOfSatisfying(ArchiveException.class, broken -> assertThat(broken.code())
                            .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                    .hasRootCauseMessage("reset");
        }
        assertThat(asked).hasSize(4);
    }

    @Test
    void refusal_isThrownAtOnce() {
        assertThatThrownBy(() -> new ResumedRange(
                        (from, count) -> {
                            throw new ArchiveException(ErrorCode.NOT_FOUND, "gone");
                        },
                        0,
                        1))
                .isInstanceOf(ArchiveException.class);
    }

    private InputStream part(long from, long count) {
        asked.add(from + "+" + count);
        return new ByteArrayInputStream(OBJECT, (int) from, (int) count);
    }

    /** Gives so many bytes and then fails as a connection does that was reset. */
    private InputStream broken(long from, long count, int good) {
        InputStream bytes = part(from, count);
        return new InputStream() {
            private int left = good;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("reset");
                }
                left--;
                return bytes.read();
            }
        };
    }
}
