/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MultipartInputTest {

    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=\"b-1\"";

    @Test
    void next_partsWithThingsLikeDelimiters_givesThemWhole() throws Exception {
        String tricky = "x\r\n--b-\r\n-\r\n--b";
        String big = "0123456789\r\n".repeat(20_000);
        String body = "preamble\r\n--b-1\r\nContent-Type: application/dicom\r\n\r\n" + tricky
                + "\r\n--b-1  \r\nA: b\r\nC: d\r\n\r\n" + big
                + "\r\n--b-1\r\n\r\n\r\n--b-1--\r\nepilogue";

        assertThat(parts(body, 7)).containsExactly(tricky, big, "");
        assertThat(parts(body, 100_000)).containsExactly(tricky, big, "");
    }

    @Test
    void next_partIsNotRead_goesToTheOneBehindIt() throws Exception {
        MultipartInput input =
                MultipartInput.of(stream("--b-1\r\n\r\nfirst\r\n--b-1\r\n\r\nsecond\r\n--b-1--", 3), TYPE);

        input.next();

        assertThat(input.next()).hasContent("second");
        assertThat(input.next()).isNull();
    }

    @Test
    void next_cutOff_fails() {
        assertThatThrownBy(() -> parts("--b-1\r\n\r\nfirst", 5)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> parts("--b-1\r\n\r\nfirst\r\n--b-1", 5)).isInstanceOf(EOFException.class);
    }

    @Test
    void of_anotherType_saysWhich() {
        assertThatThrownBy(() -> MultipartInput.of(InputStream.nullInputStream(), "text/html"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text/html");
    }

    private static List<String> parts(String body, int step) throws IOException {
        MultipartInput input = MultipartInput.of(stream(body, step), TYPE);
        List<String> parts = new ArrayList<>();
        for (InputStream part = input.next(); part != null; part = input.next()) {
            parts.add(new String(part.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        return parts;
    }

    /** Gives few bytes at a time, as a network does. */
    private static InputStream stream(String body, int step) {
        return new FilterInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, step));
            }
        };
    }
}
