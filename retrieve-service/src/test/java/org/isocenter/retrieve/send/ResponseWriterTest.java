/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.send;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResponseWriterTest {

    private static final long ENDLESS = 1L << 30;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private HttpServer server;
    private Writing writing;
    private long length = -1;

    /** What the server does with a response. */
    private interface Writing {
        void to(ResponseWriter writer) throws IOException;
    }

    @BeforeEach
    void start() throws Exception {
        server = listen(new HttpServerOptions());
    }

    private HttpServer listen(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (length < 0) {
                        request.response().setChunked(true);
                    } else {
                        request.response().putHeader("Content-Length", Long.toString(length));
                    }
                    ResponseWriter writer = new ResponseWriter(request);
                    new Thread(() -> run(writer), "test-writer").start();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transfer_filesBetweenOtherBytes_arriveAsTheyAre(boolean isLengthKnown, @TempDir Path folder) throws Exception {
        byte[] content = new byte[1024 * 1024 + 17];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("object"), content);
        // a short range is copied, a long one is sent by the kernel; more of them than may be open at once
        int times = 2 * InFlight.MAX_FILES;
        length = isLengthKnown ? 4 + times * (content.length - 5L + 100) + 4 : -1;
        writing = writer -> {
            writer.write("head".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < times; i++) {
                writer.transfer(file, 5, content.length - 5L);
                writer.transfer(file, 7, 100);
            }
            writer.write("tail".getBytes(StandardCharsets.US_ASCII));
            writer.finish();
        };

        byte[] body = get();

        assertThat(outcome).succeedsWithin(Duration.ofSeconds(10));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes("head".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < times; i++) {
            expected.write(content, 5, content.length - 5);
            expected.write(content, 7, 100);
        }
        expected.writeBytes("tail".getBytes(StandardCharsets.US_ASCII));
        assertThat(Arrays.equals(body, expected.toByteArray())).isTrue();
    }

    @Test
    void transfer_fileFirst_comesAfterTheHead(@TempDir Path folder) throws Exception {
        byte[] content = new byte[ResponseWriter.SHORTEST_REGION];
        new Random(2).nextBytes(content);
        Path file = Files.write(folder.resolve("object"), content);
        length = content.length;
        writing = writer -> {
            writer.transfer(file, 0, content.length);
            writer.finish();
        };

        assertThat(get()).isEqualTo(content);
    }

    @Test
    void transfer_longFileOverASlowLine_isNotIdle(@TempDir Path folder) throws Exception {
        server = listen(new HttpServerOptions().setIdleTimeout(2));
        length = 12 * ResponseWriter.LONGEST_REGION;
        Path file = folder.resolve("object");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        writing = writer -> {
            writer.transfer(file, 0, length);
            writer.finish();
        };

        long read = 0;
        try (Socket client = request()) {
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[1 << 20];
            for (int count = in.read(buffer); count >= 0 && read < length; count = in.read(buffer)) {
                read += count;
                Thread.sleep(count * 60L / buffer.length); // some 16 MB a second
            }
        }

        assertThat(read).isGreaterThanOrEqualTo(length);
    }

    @Test
    void transfer_fileTooShort_failsBeforeTheHead(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("object"), new byte[100_000]);
        writing = writer -> writer.transfer(file, 1, 100_000);
        try (Socket client = request()) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(EOFException.class);
            assertThat(client.getInputStream().available()).isZero();
        }
    }

    @Test
    void transfer_filesToAClientThatLeaves_fails(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("object"), new byte[1024 * 1024]);
        writing = writer -> {
            while (true) {
                writer.transfer(file, 0, 1024 * 1024);
            }
        };
        try (Socket client = request()) {
            assertThat(client.getInputStream().read()).isNotNegative();
        }

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(ClientGoneException.class);
    }

    @Test
    void write_slowReader_stopsReadingTheSource() throws Exception {
        AtomicLong produced = new AtomicLong();
        writing = writer -> writer.transfer(new EndlessStream(produced), ENDLESS);
        try (Socket client = request()) {
            assertThat(client.getInputStream().read()).isNotNegative();
            long before = settled(produced);

            // socket buffers of both sides come on top of what is in flight
            assertThat(before).isLessThan(InFlight.MAX_BYTES + 64L * 1024 * 1024);
            assertThat(outcome).isNotDone();
        }
    }

    @Test
    void write_clientGone_fails() throws Exception {
        AtomicLong produced = new AtomicLong();
        writing = writer -> writer.transfer(new EndlessStream(produced), ENDLESS);
        try (Socket client = request()) {
            assertThat(client.getInputStream().read()).isNotNegative();
        }

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(ClientGoneException.class);
    }

    @Test
    void write_clientsThatReadNothing_takeOneBufferEachOnceThereAreMany() throws Exception {
        writing = writer -> writer.transfer(new EndlessStream(new AtomicLong()), ENDLESS);
        long all = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8);
        int enough = (int) (all / InFlight.MAX_BYTES) + 20;
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < enough; i++) {
                clients.add(request());
            }
            for (int i = 0; i < 100 && ResponseWriter.allInFlight() < all / 2; i++) {
                Thread.sleep(300);
            }
            long last = -1;
            long inFlight = 0;
            for (int i = 0; i < 50 && last != inFlight; i++) {
                last = inFlight;
                Thread.sleep(600);
                inFlight = ResponseWriter.allInFlight();
            }
            // those that were under way when the bound was reached add a buffer each
            assertThat(inFlight).isBetween(all / 2, all + enough * (long) DirectBuffers.SIZE);
            assertThat(inFlight).isLessThan(enough * (long) InFlight.MAX_BYTES);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        for (int i = 0; i < 100 && ResponseWriter.allInFlight() != 0; i++) {
            Thread.sleep(100);
        }
        assertThat(ResponseWriter.allInFlight()).isZero();
    }

    private void run(ResponseWriter writer) {
        try {
            writing.to(writer);
            outcome.complete(null);
        } catch (IOException | RuntimeException e) {
            outcome.completeExceptionally(e);
        } finally {
            writer.discard();
        }
    }

    private byte[] get() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private Socket request() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        client.getOutputStream().write("GET / HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** Waits until the number no longer grows. */
    private static long settled(AtomicLong number) throws InterruptedException {
        long last = -1;
        for (int i = 0; i < 100 && last != number.get(); i++) {
            last = number.get();
            Thread.sleep(200);
        }
        return number.get();
    }

    /** Zeros without end, counted. */
    private static final class EndlessStream extends InputStream {

        private final AtomicLong produced;

        EndlessStream(AtomicLong produced) {
            this.produced = produced;
        }

        @Override
        public int read() {
            produced.incrementAndGet();
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            produced.addAndGet(length);
            return length;
        }
    }
}
