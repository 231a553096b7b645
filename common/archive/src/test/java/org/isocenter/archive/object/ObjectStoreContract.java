/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every object store does. */
abstract class ObjectStoreContract {

    static final String BUCKET = "objectcontract";

    private final String root = "run" + System.nanoTime() + "/";

    abstract ObjectStore store();

    @Test
    void commit_makesTheObjectReadable() throws Exception {
        byte[] body = bytes(1, 10_000);
        put("a/b.dcm", body);
        assertThat(read("a/b.dcm", 0, body.length)).isEqualTo(body);
        assertThat(store().size(at("a/b.dcm"))).contains((long) body.length);
    }

    @Test
    void read_ofARange_givesThatRange() throws Exception {
        byte[] body = bytes(2, 5000);
        put("range", body);
        assertThat(read("range", 1234, 100)).isEqualTo(java.util.Arrays.copyOfRange(body, 1234, 1334));
        assertThat(read("range", 4999, 1)).containsExactly(body[4999]);
        assertThat(read("range", 10, 0)).isEmpty();
    }

    @Test
    void read_beyondTheEnd_failsInsteadOfEndingEarly() {
        put("short", bytes(3, 100));
        assertThatThrownBy(() -> read("short", 50, 100)).isInstanceOf(IOException.class);
    }

    @Test
    void missing_isNotFoundAndEmptyAndMayBeDeleted() {
        assertThat(store().size(at("nowhere"))).isEmpty();
        assertThatThrownBy(() -> store().read(at("nowhere"), 0, 1))
                .isInstanceOfSatisfying(ArchiveException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        store().delete(at("nowhere"));
    }

    @Test
    void delete_removesTheObject() {
        put("gone", bytes(4, 10));
        store().delete(at("gone"));
        assertThat(store().size(at("gone"))).isEmpty();
    }

    @Test
    void list_isByKeyAndOfThePrefixOnly() {
        for (String key : List.of("list/b", "list/a/2", "list/a/1", "list/ab", "other")) {
            put(key, bytes(5, 7));
        }
        assertThat(keys("list/")).containsExactly("list/a/1", "list/a/2", "list/ab", "list/b");
        assertThat(keys("list/a")).containsExactly("list/a/1", "list/a/2", "list/ab");
        assertThat(keys("none/")).isEmpty();
        try (Stream<ObjectInfo> none = store().list("nosuchbucket", "")) {
            assertThat(none).isEmpty();
        }
    }

    @Test
    void list_ofMoreThanOnePage_isWhole() throws Exception {
        int count = 1005;
        inParallel(count, 8, number -> put("many/" + number, new byte[] {1}));
        assertThat(keys("many/")).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void close_withoutCommit_leavesNothing() {
        try (ObjectUpload upload = store().newUpload()) {
            upload.write(bytes(6, 9 << 20), 0, 9 << 20);
        }
        assertThat(keys("")).isEmpty();
        assertNothingHalfWritten();
    }

    @Test
    void commit_underAKeyThatExists_replacesWhole() throws Exception {
        put("same", bytes(7, 1000));
        put("same", bytes(8, 500));
        assertThat(store().size(at("same"))).contains(500L);
        assertThat(read("same", 0, 500)).isEqualTo(bytes(8, 500));
        assertNothingHalfWritten();
    }

    @Test
    void body_beyondMemory_isKeptByteForByte() throws Exception {
        byte[] body = bytes(9, (20 << 20) + 17);
        put("large", body);
        assertThat(read("large", 0, body.length)).isEqualTo(body);
        assertThat(read("large", 16 << 20, 1000))
                .isEqualTo(java.util.Arrays.copyOfRange(body, 16 << 20, (16 << 20) + 1000));
        assertNothingHalfWritten();
    }

    @Test
    void uploads_atTheSameTime_doNotMix() throws Exception {
        inParallel(40, 8, number -> put("parallel/" + number, bytes(number, 50_000 + number)));
        for (int number = 0; number < 40; number++) {
            assertThat(read("parallel/" + number, 0, 50_000 + number)).isEqualTo(bytes(number, 50_000 + number));
        }
    }

    @Test
    void uploads_ofTheSameKeyAtTheSameTime_leaveOneWholeObject() throws Exception {
        inParallel(16, 8, number -> put("contended", bytes(11, 70_000)));
        assertThat(read("contended", 0, 70_000)).isEqualTo(bytes(11, 70_000));
        assertNothingHalfWritten();
    }

    /** Throws if an upload left something that is no object. */
    abstract void assertNothingHalfWritten();

    final ObjectLocation at(String key) {
        return new ObjectLocation(BUCKET, root + key);
    }

    final void put(String key, byte[] body) {
        try (ObjectUpload upload = store().newUpload()) {
            int half = body.length / 2;
            upload.write(body, 0, half);
            upload.write(body, half, body.length - half);
            upload.commit(at(key));
        }
    }

    final byte[] read(String key, long offset, long length) throws IOException {
        try (InputStream in = store().read(at(key), offset, length)) {
            return in.readAllBytes();
        }
    }

    private List<String> keys(String prefix) {
        try (Stream<ObjectInfo> found = store().list(BUCKET, root + prefix)) {
            return found.map(each -> each.location().key().substring(root.length()))
                    .toList();
        }
    }

    static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private interface Numbered {
        void run(int number);
    }

    private static void inParallel(int count, int threads, Numbered task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(pool.submit(() -> task.run(number)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
