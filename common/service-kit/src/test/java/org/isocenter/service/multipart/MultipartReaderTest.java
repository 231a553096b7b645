/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.isocenter.service.multipart.MultipartException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MultipartReaderTest {

    private static final String BOUNDARY = "bound";

    /** Gives at most so many bytes a read, as sockets do. */
    private static final class Trickle extends InputStream {
        private final InputStream in;
        private final int step;

        Trickle(byte[] bytes, int step) {
            this.in = new ByteArrayInputStream(bytes);
            this.step = step;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, Math.min(step, length));
        }
    }

    private static List<byte[]> contents(byte[] body, int step) throws IOException {
        MultipartReader reader = new MultipartReader(new Trickle(body, step), BOUNDARY);
        List<byte[]> contents = new ArrayList<>();
        for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            contents.add(part.get().content().readAllBytes());
        }
        return contents;
    }

    private static List<String> texts(String body) throws IOException {
        return contents(body.getBytes(StandardCharsets.ISO_8859_1), 3).stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 1_000_000})
    void next_whatTheWriterWrote(int step) throws IOException {
        Random random = new Random(step);
        List<byte[]> written = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        MultipartWriter writer = new MultipartWriter(body, BOUNDARY);
        for (int length : new int[] {0, 1, 100_000, 65_536, 7}) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            written.add(content);
            writer.beginPart(Map.of("Content-Type", "application/dicom"));
            writer.content().write(content);
        }
        writer.finish();
        assertThat(contents(body.toByteArray(), step)).containsExactlyElementsOf(written);
    }

    @Test
    void next_partHeaders() throws IOException {
        String body =
                "--bound\r\nContent-Type: application/dicom;\r\n  transfer-syntax=1.2\r\nX: 1\r\nx: 2\r\n\r\nabc\r\n--bound--";
        BodyPart part = new MultipartReader(new Trickle(body.getBytes(StandardCharsets.UTF_8), 5), BOUNDARY)
                .next()
                .orElseThrow();
        assertThat(part.contentType()).contains("application/dicom; transfer-syntax=1.2");
        assertThat(part.header("x")).contains("1");
    }

    @Test
    void next_preambleAndEpilogueAreSkipped() throws IOException {
        assertThat(
                        texts(
                                "preamble\r\n--bound\r\n\r\none\r\n--bound \t\r\n\r\ntwo\r\n--bound--\r\nepilogue\r\n--bound\r\n"))
                .containsExactly("one", "two");
    }

    @Test
    void next_boundaryWithinLongerTextIsContent() throws IOException {
        assertThat(texts("--bound\r\n\r\na\r\n--boundary\r\n-bound\r\n\r\n--bound--"))
                .containsExactly("a\r\n--boundary\r\n-bound\r\n");
    }

    @Test
    void next_partsThatWereNotReadAreSkipped() throws IOException {
        byte[] body = "--bound\r\n\r\none\r\n--bound\r\n\r\ntwo\r\n--bound--".getBytes(StandardCharsets.UTF_8);
        MultipartReader reader = new MultipartReader(new Trickle(body, 2), BOUNDARY);
        BodyPart first = reader.next().orElseThrow();
        BodyPart second = reader.next().orElseThrow();
        assertThat(first.content().read()).isEqualTo(-1);
        assertThat(second.content().readAllBytes()).isEqualTo("two".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--bound",
                "--bound\r\nContent-Type: a/b",
                "--bound\r\n\r\ncontent",
                "--bound\r\n\r\ncontent\r\n--boun",
                "--bound\r\n\r\ncontent\r\n--bound",
                "--bound\r\n\r\ncontent\r\n--bound-"
            })
    void next_truncated(String body) {
        assertThatThrownBy(() -> texts(body))
                .isInstanceOfSatisfying(
                        MultipartException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
    }

    @Test
    void next_endlessHeader() {
        assertThatThrownBy(() -> texts("--bound\r\nX: " + "x".repeat(200_000) + "\r\n\r\n\r\n--bound--"))
                .isInstanceOfSatisfying(
                        MultipartException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_PART_HEADER));
    }

    @Test
    void new_boundaryOutOfRange() {
        InputStream nothing = InputStream.nullInputStream();
        assertThatThrownBy(() -> new MultipartReader(nothing, "")).isInstanceOf(MultipartException.class);
        assertThatThrownBy(() -> new MultipartReader(nothing, "x".repeat(71))).isInstanceOf(MultipartException.class);
    }
}
