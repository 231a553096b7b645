/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What the fuzzer once found stays mended; and good inputs, whole and a little damaged, pass. */
class FindingsTest {

    private static final Path FINDINGS = Path.of("src", "test", "resources", "findings");
    private static final int DAMAGED = 300;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private interface Target {
        void run(byte[] input) throws IOException;
    }

    private static final Map<String, Target> TARGETS = Map.ofEntries(
            Map.entry("Pdu", PduFuzz::fuzzerTestOneInput),
            Map.entry("Conversation", ConversationFuzz::fuzzerTestOneInput),
            Map.entry("Part10", Part10Fuzz::fuzzerTestOneInput),
            Map.entry("Dataset", DatasetFuzz::fuzzerTestOneInput),
            Map.entry("Json", JsonFuzz::fuzzerTestOneInput),
            Map.entry("Xml", XmlFuzz::fuzzerTestOneInput),
            Map.entry("Multipart", MultipartFuzz::fuzzerTestOneInput),
            Map.entry("Query", QueryFuzz::fuzzerTestOneInput),
            Map.entry("Rle", RleFuzz::fuzzerTestOneInput),
            Map.entry("Jpeg", JpegFuzz::fuzzerTestOneInput),
            Map.entry("JpegLs", JpegLsFuzz::fuzzerTestOneInput),
            Map.entry("Jpeg2000", Jpeg2000Fuzz::fuzzerTestOneInput),
            Map.entry("Rendering", RenderingFuzz::fuzzerTestOneInput));

    @TestFactory
    Stream<DynamicTest> findings() {
        return TARGETS.entrySet().stream().flatMap(target -> inputs(FINDINGS.resolve(target.getKey())).stream()
                .map(file -> test(target.getKey() + " " + file.getFileName(), () -> target.getValue()
                        .run(Files.readAllBytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> seeds() throws IOException {
        Map<String, List<byte[]>> seeds = Seeds.all();
        return TARGETS.entrySet().stream()
                .map(target -> test(target.getKey(), () -> {
                    for (byte[] seed : seeds.get(target.getKey())) {
                        target.getValue().run(seed);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> damagedSeeds() throws IOException {
        Map<String, List<byte[]>> seeds = Seeds.all();
        return TARGETS.entrySet().stream()
                .map(target -> test(target.getKey(), () -> {
                    Random random = new Random(20260101);
                    List<byte[]> all = seeds.get(target.getKey());
                    for (int i = 0; i < DAMAGED; i++) {
                        target.getValue().run(damage(all.get(i % all.size()), random));
                    }
                }));
    }

    private static DynamicTest test(String name, Executable body) {
        return dynamicTest(name, () -> assertTimeoutPreemptively(LONGEST, body));
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static List<Path> inputs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
