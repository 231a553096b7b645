/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The whole way of an image with objects on S3: {@code --s3 embedded}, and {@code --s3 URL} on a server of another's. */
@TestMethodOrder(OrderAnnotation.class)
class StandaloneOnS3IT {

    private static final String S3 = "org.gaul.s3proxy.Main";
    private static final String S3_FILE = "s3/conf/s3proxy.conf";

    @TempDir
    static Path work;

    private static StandaloneProcess archive;
    private static Clients clients;
    private static CtStudy study;

    @BeforeAll
    static void startArchive() throws Exception {
        assumeTrue(Dcmtk.isInstalled(), "DCMTK is not installed: the archive is judged by its programs");
        archive = new StandaloneProcess(work.resolve("data"), "--s3", "embedded");
        clients = new Clients(archive, work);
        archive.start();
        study = CtStudy.write(work.resolve("sent"), 1, 40);
    }

    @AfterAll
    static void stopArchive() throws Exception {
        if (archive != null) {
            archive.close();
        }
    }

    private static void store(StandaloneProcess target, CtStudy sent) throws Exception {
        Path output = Files.createTempFile(work, "storescu", ".out");
        Process storescu = Dcmtk.startStorescu(target.dicomPort(), output, sent.files());
        assertThat(storescu.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Clients.acknowledged(output)).hasSize(sent.files().size());
    }

    @Test
    @Order(1)
    void embedded_wholeWay() throws Exception {
        store(archive, study);
        clients.awaitFound(study, 40);
        assertThat(clients.find(study)).contains(study.studyInstanceUid());
        clients.assertGetGivesBack(study);
        clients.assertWadoGivesBack(study);
        assertThat(work.resolve("data/objects")).as("not as files of our own").doesNotExist();
    }

    @Test
    @Order(2)
    void embedded_restartFindsEverythingAgain() throws Exception {
        archive.stop();
        archive.start();
        clients.awaitFound(study, 40);
        clients.assertGetGivesBack(study);
    }

    @Test
    @Order(3)
    void embedded_serverThatStandsStillIsRefusedInTimeAndOverWhenItGoesOn() throws Exception {
        CtStudy next = CtStudy.write(work.resolve("outage"), 2, 2);
        ProcessHandle server = archive.engine(S3);
        Clients.signal("-STOP", server);
        try {
            long start = System.nanoTime();
            Dcmtk.Outcome refused = clients.store(next.files().get(0));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(refused.output()).contains("OutOfResources");
            start = System.nanoTime();
            assertThat(archive.post(
                                    "/dicom-web/studies",
                                    "application/dicom",
                                    Files.readAllBytes(next.files().get(0)))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            // an engine that does not answer is as it was for five seconds, so that a short silence takes no replica
            // out
            awaitUnready();
        } finally {
            Clients.signal("-CONT", server);
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!clients.store(next.files().get(1)).output().contains("Received Store Response (Success)")) {
            assertThat(System.nanoTime()).as("recovery").isLessThan(deadline);
            Thread.sleep(500);
        }
        assertThat(clients.store(next.files().get(0)).output()).contains("Received Store Response (Success)");
        clients.awaitFound(next, 2);
    }

    private static void awaitUnready() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (archive.isReady()) {
            assertThat(System.nanoTime()).as("time until unready").isLessThan(deadline);
            Thread.sleep(500);
        }
    }

    @Test
    @Order(4)
    void url_wholeWayOnAServerOfAnother() throws Exception {
        String endpoint = archive.engineSetting(S3_FILE, "s3proxy.endpoint");
        try (StandaloneProcess other = new StandaloneProcess(work.resolve("other"), "--s3", endpoint)
                .with("ISOCENTER_OBJECTS_S3_ACCESS_KEY", archive.engineSetting(S3_FILE, "s3proxy.identity"))
                .with("ISOCENTER_OBJECTS_S3_SECRET_KEY", archive.engineSetting(S3_FILE, "s3proxy.credential"))
                .with("ISOCENTER_OBJECTS_BUCKET_PREFIX", "elsewhere")) {
            Clients others = new Clients(other, work);
            other.start();
            CtStudy sent = CtStudy.write(work.resolve("elsewhere"), 3, 20);
            store(other, sent);
            others.awaitFound(sent, 20);
            others.assertGetGivesBack(sent);
            other.stop();
            other.start();
            others.awaitFound(sent, 20);
            others.assertGetGivesBack(sent);
            others.assertWadoGivesBack(sent);
            assertThat(work.resolve("other/objects")).doesNotExist();
            assertThat(work.resolve("data/s3/objects/elsewhere-hot")).isDirectory();
            other.stop();
        }
    }
}
