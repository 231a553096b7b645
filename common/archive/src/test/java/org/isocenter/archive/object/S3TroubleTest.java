/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.object.TroubledS3Server.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An S3 server that serves nobody is said to be unavailable within the time that the port promises. */
class S3TroubleTest {

    /** What the port promises, and a second for a busy machine: what a sender is promised. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final ObjectLocation SOMETHING = new ObjectLocation("bucket", "some/key");

    @TempDir
    Path spool;

    private S3ObjectStore on(TroubledS3Server server) {
        return new S3ObjectStore(settings(server), "bucket", spool);
    }

    private static S3Settings settings(TroubledS3Server server) {
        return new S3Settings(server.endpoint(), "us", "secret", "us-east-1");
    }

    private static void put(ObjectStore store, int length) {
        try (ObjectUpload upload = store.newUpload()) {
            upload.write(new byte[length], 0, length);
            upload.commit(new ObjectLocation("bucket", "some/key"));
        }
    }

    private static void assertUnavailableInTime(ThrowingCallable action) {
        long start = System.nanoTime();
        assertThatThrownBy(action).isInstanceOfSatisfying(ArchiveException.class, failure -> assertThat(failure.code())
                .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
    }

    @ParameterizedTest
    @EnumSource(names = "SENDS_HALF", mode = EnumSource.Mode.EXCLUDE)
    void put_toAServerThatServesNobody(Trouble trouble) throws IOException {
        try (TroubledS3Server server = new TroubledS3Server(trouble);
                S3ObjectStore store = on(server)) {
            assertUnavailableInTime(() -> put(store, 600_000));
            assertThat(server.requests()).as("not asked again and again").isLessThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SENDS_HALF", mode = EnumSource.Mode.EXCLUDE)
    void read_fromAServerThatServesNobody(Trouble trouble) throws IOException {
        try (TroubledS3Server server = new TroubledS3Server(trouble);
                S3ObjectStore store = on(server)) {
            assertUnavailableInTime(() -> store.read(SOMETHING, 0, 100));
            assertUnavailableInTime(() -> store.size(SOMETHING));
            assertUnavailableInTime(store::check);
        }
    }

    /** It is asked for the rest a few times, and waited for each time no longer than for anything else. */
    @Test
    void read_ofAnObjectThatStopsAgainAndAgain_endsInTime() throws IOException {
        try (TroubledS3Server server = new TroubledS3Server(Trouble.SENDS_HALF);
                S3ObjectStore store = on(server);
                InputStream in = store.read(SOMETHING, 0, 1000)) {
            assertThat(in.readNBytes(9)).asString().isEqualTo("beginning");
            long start = System.nanoTime();
            assertThatThrownBy(in::readAllBytes).isInstanceOf(ArchiveException.class);
            assertThat(server.requests()).isBetween(2, 5);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(PROMISED.multipliedBy(server.requests()));
        }
    }

    /** None waits for the others, or the last would be answered long after its time. */
    @Test
    void put_ofManyAtOnceToAServerThatStandsStill() throws Exception {
        int many = 200;
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<?>> running = new ArrayList<>();
        try (TroubledS3Server server = new TroubledS3Server(Trouble.STANDS_STILL);
                S3ObjectStore store = new S3ObjectStore(settings(server), "bucket", spool, Duration.ofMinutes(2))) {
            for (int i = 0; i < many; i++) {
                running.add(pool.submit(() -> put(store, 1000)));
            }
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (server.connections() < many) {
                assertThat(System.nanoTime()).as("all ask at once").isLessThan(deadline);
                Thread.sleep(20);
            }
            assertThat(running).noneMatch(Future::isDone);
        } finally {
            pool.shutdown();
        }
        assertThat(running)
                .allSatisfy(each -> assertThatThrownBy(each::get).hasCauseInstanceOf(ArchiveException.class));
    }
}
