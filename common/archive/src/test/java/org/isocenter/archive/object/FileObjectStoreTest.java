/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FileObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path directory;

    private FileObjectStore store;

    @BeforeEach
    void open() {
        store = new FileObjectStore(directory.resolve("objects"), Durability.PROCESS);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void assertNothingHalfWritten() {
        assertThat(directory.resolve("objects").resolve(".incoming")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other/key", "a/../../other", "/etc/passwd", "..", "", "a\\..\\b", "a\0b"})
    void key_thatLeadsOutOfItsBucket_isRefused(String key) {
        assertRefused(() -> {
            try (ObjectUpload upload = store.newUpload()) {
                upload.write(new byte[1], 0, 1);
                upload.commit(new ObjectLocation(BUCKET, key));
            }
        });
        assertRefused(() -> store.size(new ObjectLocation(BUCKET, key)));
        assertNothingHalfWritten();
    }

    @ParameterizedTest
    @CsvSource({"..", ".", ".incoming", "/etc", "a/b"})
    void bucket_thatIsNoFolderOfTheStore_isRefused(String bucket) {
        assertRefused(() -> store.size(new ObjectLocation(bucket, "key")));
        assertRefused(() -> store.list(bucket, ""));
    }

    @Test
    void start_removesWhatAnEarlierProcessLeftHalfWritten() throws IOException {
        Path leftover = directory.resolve("objects").resolve(".incoming").resolve("half");
        Files.write(leftover, new byte[10]);
        open();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void commit_afterItsFolderWasRemoved_makesItAgain() throws IOException {
        put("folder/one", new byte[] {1});
        store.delete(at("folder/one"));
        Files.delete(store.localFile(at("folder")).orElseThrow());
        put("folder/two", new byte[] {2});
        assertThat(read("folder/two", 0, 1)).containsExactly(2);
    }

    @Test
    void commit_flushedToTheDisk_replacesWhole() throws IOException {
        store = new FileObjectStore(directory.resolve("objects"), Durability.POWER);
        put("durable/same", bytes(1, 3000));
        put("durable/same", bytes(2, 3000));
        assertThat(read("durable/same", 0, 3000)).isEqualTo(bytes(2, 3000));
        assertNothingHalfWritten();
    }

    @Test
    void diskWithoutRoom_isStorageFullAndLeavesNothing() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), "tmpfs cannot be mounted");
        try {
            store = new FileObjectStore(small.resolve("objects"), Durability.POWER);
            assertThatThrownBy(() -> put("too/large", new byte[4 << 20]))
                    .isInstanceOfSatisfying(ArchiveException.class, failure -> assertThat(failure.code())
                            .isEqualTo(ErrorCode.STORAGE_FULL));
            try (Stream<Path> left = Files.walk(small)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
            put("fits", new byte[1000]);
            assertThat(store.size(at("fits"))).contains(1000L);
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ArchiveException.class, refused -> assertThat(refused.code())
                .isEqualTo(ErrorCode.BAD_REQUEST));
    }
}
