/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A cluster on this machine, by independent clients through its front, while its processes die, stand still and come back. */
@TestMethodOrder(OrderAnnotation.class)
@EnabledIfSystemProperty(
        named = "cluster",
        matches = ".*",
        disabledReason = "sixteen processes and some minutes: run with -Dcluster")
class ClusterIT {

    private static final int SLICES = 60;

    @TempDir
    static Path work;

    private static StandaloneProcess archive;
    private static Clients clients;
    private static CtStudy first;
    private static CtStudy second;

    @BeforeAll
    static void startCluster() throws Exception {
        assumeTrue(Dcmtk.isInstalled(), "DCMTK is not installed: the archive is judged by its programs");
        archive = new StandaloneProcess(work.resolve("data"), "--cluster", "--faults");
        archive.start();
        clients = new Clients(archive, work);
        first = CtStudy.write(work.resolve("sent"), 1, SLICES);
        second = CtStudy.write(work.resolve("sent"), 2, SLICES);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (archive != null) {
            archive.close();
        }
    }

    @Test
    @Order(1)
    void store_isAcknowledgedFoundAndGivenBack() throws Exception {
        assertThat(storeAll(first)).hasSize(SLICES);
        assertKept(first);
        assertThat(archive.launch("status").output())
                .contains("ingest-1", "query-2", "retrieve-1", "lifecycle-2", "cassandra-3", "kafka-1", "s3", "front");
    }

    @Test
    @Order(2)
    void deathOfOneOfEach_losesNothing() throws Exception {
        for (String each : List.of("ingest-1", "query-1", "retrieve-1", "lifecycle-1", "cassandra-2", "kafka-3")) {
            assertThat(archive.launch("kill", each).output()).contains(each + " is stopped");
        }
        // a client tries again what was refused; for no longer than this
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (storeAll(second).size() < SLICES) {
            assertThat(System.nanoTime()).as("stores without one of each").isLessThan(deadline);
        }
        assertKept(first);
        assertKept(second);
    }

    @Test
    @Order(3)
    void pauseOfOneNodeAndOneBroker_isNoMoreThanLatency() throws Exception {
        for (String each : List.of("ingest-1", "query-1", "retrieve-1", "lifecycle-1", "cassandra-2", "kafka-3")) {
            assertThat(archive.launch("restart", each).output()).contains(each + " is ready");
        }
        CtStudy third = CtStudy.write(work.resolve("sent"), 3, SLICES);
        archive.launch("pause", "cassandra-3");
        archive.launch("pause", "kafka-1");
        try {
            assertThat(storeAll(third))
                    .as("stores while one of each stands still")
                    .hasSize(SLICES);
            clients.assertGetGivesBack(third);
        } finally {
            archive.launch("resume", "cassandra-3");
            archive.launch("resume", "kafka-1");
        }
        assertKept(third);
    }

    @Test
    @Order(4)
    void faultOfTheS3Server_isRefusedAtOnceAndOverWithIt() throws Exception {
        CtStudy next = CtStudy.write(work.resolve("sent"), 4, 4);
        int slice = 0;
        for (List<String> fault : List.of(
                List.of("s3", "error", "500"),
                List.of("s3", "error", "503"),
                List.of("s3", "cut", "9000"),
                List.of("s3", "full"))) {
            archive.launch("fault", fault.toArray(String[]::new));
            long start = System.nanoTime();
            Dcmtk.Outcome refused = clients.store(next.files().get(slice));
            assertThat(refused.output()).as("store with %s", fault).doesNotContain("(Success)");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            archive.launch("fault", "s3", "none");
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!clients.store(next.files().get(slice)).output().contains("Received Store Response (Success)")) {
                assertThat(System.nanoTime()).as("recovery from %s", fault).isLessThan(deadline);
                Thread.sleep(500);
            }
            slice++;
        }
        assertKept(next);
    }

    @Test
    @Order(5)
    void restart_findsEverythingAgain() throws Exception {
        archive.stop();
        archive.start();
        assertKept(first);
        assertKept(second);
    }

    private static List<String> storeAll(CtStudy study) throws Exception {
        Path output = Files.createTempFile(work, "storescu", ".out");
        Process storescu = Dcmtk.startStorescu(archive.dicomPort(), output, study.files());
        assertThat(storescu.waitFor(180, TimeUnit.SECONDS)).as("storescu ends").isTrue();
        return Clients.acknowledged(output);
    }

    private static void assertKept(CtStudy study) throws Exception {
        clients.awaitFound(study, study.files().size());
        clients.assertGetGivesBack(study);
        clients.assertWadoGivesBack(study);
    }
}
