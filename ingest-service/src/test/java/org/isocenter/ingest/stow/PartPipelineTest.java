/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartException;
import org.isocenter.service.multipart.MultipartReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class PartPipelineTest {

    private static final String THREE = "--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b\r\n\r\nthree\r\n--b--";

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static MultipartReader reader(String body) throws IOException {
        return new MultipartReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "b");
    }

    private static String text(TurnInputStream content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> run(int parallelism, String body, BiFunction<BodyPart, TurnInputStream, String> step)
            throws IOException {
        return new PartPipeline<>(executor, parallelism, step, result -> result.equals("end")).run(reader(body));
    }

    @Test
    void run_resultsInTheOrderOfTheParts() throws IOException {
        assertThat(run(1, THREE, (part, content) -> text(content))).containsExactly("one", "two", "three");
        assertThat(run(3, THREE, (part, content) -> text(content))).containsExactly("one", "two", "three");
    }

    @Test
    void run_readsOnWhileAPartIsBeingCommitted() throws IOException {
        CountDownLatch threeHaveBeenRead = new CountDownLatch(3);
        List<String> results = run(3, THREE, (part, content) -> {
            String text = text(content);
            threeHaveBeenRead.countDown();
            try {
                return threeHaveBeenRead.await(10, TimeUnit.SECONDS) ? text : "alone";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(results).containsExactly("one", "two", "three");
    }

    @Test
    void run_partThatIsNotReadToItsEnd() throws IOException {
        assertThat(run(2, THREE, (part, content) -> {
                    try {
                        return String.valueOf((char) content.read());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .containsExactly("o", "t", "t");
    }

    @Test
    void run_resultThatEndsAll() throws IOException {
        assertThat(run(1, THREE, (part, content) -> "end")).containsExactly("end");
    }

    @Test
    void run_truncatedBody() {
        List<String> whole = new CopyOnWriteArrayList<>();
        assertThatThrownBy(() -> run(2, THREE.substring(0, THREE.length() - 8), (part, content) -> {
                    String text;
                    try {
                        text = text(content);
                    } catch (UncheckedIOException e) {
                        return "failed";
                    }
                    whole.add(text);
                    return text;
                }))
                .isInstanceOf(MultipartException.class);
        assertThat(whole).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void run_stepThatThrows() {
        assertThatThrownBy(() -> run(2, THREE, (part, content) -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
