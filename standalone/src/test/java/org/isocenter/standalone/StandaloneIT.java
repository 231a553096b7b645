/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The whole way of an image through the packaged archive, by independent clients, across stops, kills and outages. */
@TestMethodOrder(OrderAnnotation.class)
class StandaloneIT {

    @TempDir
    static Path work;

    private static StandaloneProcess archive;
    private static Clients clients;
    private static CtStudy study;

    @BeforeAll
    static void startArchive() throws Exception {
        assumeTrue(Dcmtk.isInstalled(), "DCMTK is not installed: the archive is judged by its programs");
        archive = new StandaloneProcess(work.resolve("data"));
        clients = new Clients(archive, work);
        archive.start();
        study = CtStudy.write(work.resolve("sent"), 1, 120);
    }

    @AfterAll
    static void stopArchive() throws Exception {
        if (archive != null) {
            archive.close();
        }
    }

    @Test
    @Order(1)
    void store_isAcknowledgedAndFound() throws Exception {
        Path output = work.resolve("storescu.out");
        Process storescu = Dcmtk.startStorescu(archive.dicomPort(), output, study.files());
        assertThat(storescu.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Clients.acknowledged(output)).hasSize(120);
        clients.awaitFound(study, 120);
        assertThat(clients.find(study)).contains(study.studyInstanceUid()).contains("120");
    }

    @Test
    @Order(2)
    void retrieve_givesBackWhatWasSent() throws Exception {
        clients.assertGetGivesBack(study);
        clients.assertWadoGivesBack(study);
    }

    /** In one process the routes of all services are together: what counts must not be taken for a study of that UID. */
    @Test
    @Order(2)
    void counts_areNotTakenForStudies() throws Exception {
        HttpResponse<byte[]> studies = archive.get("/dicom-web/studies/count", "Accept", "application/json");
        assertThat(new String(studies.body(), StandardCharsets.UTF_8)).isEqualTo("{\"count\":1}");
        HttpResponse<byte[]> instances = archive.get(
                "/dicom-web/studies/" + study.studyInstanceUid() + "/instances/count", "Accept", "application/json");
        assertThat(new String(instances.body(), StandardCharsets.UTF_8)).isEqualTo("{\"count\":120}");
    }

    @Test
    @Order(3)
    void restart_findsEverythingAgain() throws Exception {
        archive.stop();
        archive.start();
        clients.awaitFound(study, 120);
        clients.assertGetGivesBack(study);
    }

    @Test
    @Order(4)
    void outageOfAnEngine_isRefusedAtOnceAndOverWhenItIsBack() throws Exception {
        for (String engine : List.of("CassandraDaemon", "KafkaMain")) {
            CtStudy next = CtStudy.write(work.resolve("outage-" + engine), engine.length(), 2);
            ProcessHandle process = archive.engine(engine);
            Clients.signal("-STOP", process);
            try {
                long start = System.nanoTime();
                Dcmtk.Outcome refused = clients.store(next.files().get(0));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
                assertThat(refused.output())
                        .as("store while %s stands still", engine)
                        .contains("OutOfResources");
            } finally {
                Clients.signal("-CONT", process);
            }
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!clients.store(next.files().get(1)).output().contains("Received Store Response (Success)")) {
                assertThat(System.nanoTime()).as("recovery of %s", engine).isLessThan(deadline);
                Thread.sleep(500);
            }
            assertThat(clients.store(next.files().get(0)).output()).contains("Received Store Response (Success)");
            clients.awaitFound(next, 2);
        }
    }

    @Test
    @Order(5)
    void killDuringStore_losesNothingAcknowledgedAndShowsNothingHalf() throws Exception {
        for (int round = 0; round < 2; round++) {
            CtStudy next = CtStudy.write(work.resolve("kill-" + round), 100 + round, 400);
            Path output = work.resolve("kill-" + round + ".out");
            Process storescu = Dcmtk.startStorescu(archive.dicomPort(), output, next.files());
            while (Clients.acknowledged(output).size() < 60 + 40 * round) {
                assertThat(storescu.isAlive()).isTrue();
                Thread.sleep(20);
            }
            archive.killAll();
            storescu.waitFor(60, TimeUnit.SECONDS);
            List<String> acknowledged = Clients.acknowledged(output);
            assertThat(acknowledged).hasSizeBetween(60, 399);
            archive.start();
            assertAllOrNothing(next, acknowledged);
        }
    }

    private static void assertAllOrNothing(CtStudy study, List<String> acknowledged) throws Exception {
        Set<String> shown = new HashSet<>();
        JsonNode instances = clients.qido("/dicom-web/studies/" + study.studyInstanceUid() + "/instances?limit=1000");
        instances.forEach(each -> shown.add(Clients.text(each, "00080018")));
        for (int i = 0; i < study.files().size(); i++) {
            Path file = study.files().get(i);
            String sopInstanceUid = study.seriesInstanceUid() + "." + (i + 1);
            String path = "/dicom-web/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid()
                    + "/instances/" + sopInstanceUid;
            HttpResponse<byte[]> instance = archive.get(path, "Accept", "application/dicom; transfer-syntax=*");
            boolean retrievable = instance.statusCode() == 200;
            if (acknowledged.contains(file.getFileName().toString())) {
                assertThat(retrievable).as("acknowledged %s", sopInstanceUid).isTrue();
                assertThat(Clients.dataset(instance.body())).isEqualTo(Clients.dataset(Files.readAllBytes(file)));
            }
            assertThat(shown.contains(sopInstanceUid))
                    .as("found as retrievable: %s", sopInstanceUid)
                    .isEqualTo(retrievable);
        }
        clients.awaitFound(study, shown.size());
    }
}
