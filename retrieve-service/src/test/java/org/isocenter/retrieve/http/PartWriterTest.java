/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.send.BodyWriter;
import org.isocenter.retrieve.send.StreamWriter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PartWriterTest {

    private final List<String> log = new ArrayList<>();

    /** Content that says what is done with it, and fails if that is its number. */
    private final class Logged implements Content {

        private final int number;
        private final boolean fails;

        Logged(int number, boolean fails) {
            this.number = number;
            this.fails = fails;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public void prepare(Executor executor) {
            log.add("prepare " + number);
        }

        @Override
        public void writeTo(BodyWriter out) throws IOException {
            log.add("write " + number);
            if (fails) {
                throw new IOException("the client is gone");
            }
            out.write('0' + number);
        }

        @Override
        public void close() {
            log.add("close " + number);
        }
    }

    private Iterator<Part> parts(int count, int failing) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Part("text/plain", "/" + number, new Logged(number, number == failing)))
                .iterator();
    }

    @Test
    void write_fetchesTheNextWhileOneGoesOut() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();

        new PartWriter(new StreamWriter(body), "b", Runnable::run).write(parts(3, 0));

        assertThat(log).containsExactly("prepare 2", "write 1", "prepare 3", "write 2", "write 3");
        assertThat(body.toString(java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("--b\r\nContent-Type: text/plain\r\nContent-Location: /1\r\n\r\n1"
                        + "\r\n--b\r\nContent-Type: text/plain\r\nContent-Location: /2\r\n\r\n2"
                        + "\r\n--b\r\nContent-Type: text/plain\r\nContent-Location: /3\r\n\r\n3\r\n--b--\r\n");
    }

    @Test
    void write_clientGone_letsGoOfWhatWasBegun() {
        assertThatIOException()
                .isThrownBy(() -> new PartWriter(new StreamWriter(new ByteArrayOutputStream()), "b", Runnable::run)
                        .write(parts(5, 2)));

        assertThat(log).containsExactly("prepare 2", "write 1", "prepare 3", "write 2", "close 2", "close 3");
    }
}
