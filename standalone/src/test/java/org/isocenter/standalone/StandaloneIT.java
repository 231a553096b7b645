/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.isocenter.dicom.io.Part10Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The whole way of an image through the packaged archive, by independent clients, across stops, kills and outages. */
@TestMethodOrder(OrderAnnotation.class)
class StandaloneIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path work;

    private static StandaloneProcess archive;
    private static CtStudy study;

    @BeforeAll
    static void startArchive() throws Exception {
        assumeTrue(Dcmtk.isInstalled(), "DCMTK is not installed: the archive is judged by its programs");
        archive = new StandaloneProcess(work.resolve("data"));
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
        assertThat(acknowledged(output)).hasSize(120);
        awaitFound(study, 120);
        Dcmtk.Outcome found = Dcmtk.run(
                work,
                "findscu",
                "-S",
                "-aec",
                "ISOCENTER",
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "PatientID=" + study.patientId(),
                "-k",
                "StudyInstanceUID",
                "-k",
                "NumberOfStudyRelatedInstances",
                "127.0.0.1",
                String.valueOf(archive.dicomPort()));
        assertThat(found.output()).contains(study.studyInstanceUid()).contains("120");
    }

    @Test
    @Order(2)
    void retrieve_givesBackWhatWasSent() throws Exception {
        assertGetGivesBack(study);
        assertWadoGivesBack(study);
    }

    @Test
    @Order(3)
    void restart_findsEverythingAgain() throws Exception {
        archive.stop();
        archive.start();
        awaitFound(study, 120);
        assertGetGivesBack(study);
    }

    @Test
    @Order(4)
    void outageOfAnEngine_isRefusedAtOnceAndOverWhenItIsBack() throws Exception {
        for (String engine : List.of("CassandraDaemon", "KafkaMain")) {
            CtStudy next = CtStudy.write(work.resolve("outage-" + engine), engine.length(), 2);
            ProcessHandle process = archive.engine(engine);
            signal("-STOP", process);
            try {
                long start = System.nanoTime();
                Dcmtk.Outcome refused = store(next.files().get(0));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
                assertThat(refused.output())
                        .as("store while %s stands still", engine)
                        .contains("OutOfResources");
            } finally {
                signal("-CONT", process);
            }
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!store(next.files().get(1)).output().contains("Received Store Response (Success)")) {
                assertThat(System.nanoTime()).as("recovery of %s", engine).isLessThan(deadline);
                Thread.sleep(500);
            }
            assertThat(store(next.files().get(0)).output()).contains("Received Store Response (Success)");
            awaitFound(next, 2);
        }
    }

    @Test
    @Order(5)
    void killDuringStore_losesNothingAcknowledgedAndShowsNothingHalf() throws Exception {
        for (int round = 0; round < 2; round++) {
            CtStudy next = CtStudy.write(work.resolve("kill-" + round), 100 + round, 400);
            Path output = work.resolve("kill-" + round + ".out");
            Process storescu = Dcmtk.startStorescu(archive.dicomPort(), output, next.files());
            while (acknowledged(output).size() < 60 + 40 * round) {
                assertThat(storescu.isAlive()).isTrue();
                Thread.sleep(20);
            }
            archive.killAll();
            storescu.waitFor(60, TimeUnit.SECONDS);
            List<String> acknowledged = acknowledged(output);
            assertThat(acknowledged).hasSizeBetween(60, 399);
            archive.start();
            assertAllOrNothing(next, acknowledged);
        }
    }

    private static void assertAllOrNothing(CtStudy study, List<String> acknowledged) throws Exception {
        Set<String> shown = new HashSet<>();
        JsonNode instances = qido("/dicom-web/studies/" + study.studyInstanceUid() + "/instances?limit=1000");
        instances.forEach(each -> shown.add(text(each, "00080018")));
        for (int i = 0; i < study.files().size(); i++) {
            Path file = study.files().get(i);
            String sopInstanceUid = study.seriesInstanceUid() + "." + (i + 1);
            String path = "/dicom-web/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid()
                    + "/instances/" + sopInstanceUid;
            HttpResponse<byte[]> instance = archive.get(path, "Accept", "application/dicom; transfer-syntax=*");
            boolean retrievable = instance.statusCode() == 200;
            if (acknowledged.contains(file.getFileName().toString())) {
                assertThat(retrievable).as("acknowledged %s", sopInstanceUid).isTrue();
                assertThat(dataset(instance.body())).isEqualTo(dataset(Files.readAllBytes(file)));
            }
            assertThat(shown.contains(sopInstanceUid))
                    .as("found as retrievable: %s", sopInstanceUid)
                    .isEqualTo(retrievable);
        }
        awaitFound(study, shown.size());
    }

    private static void assertGetGivesBack(CtStudy study) throws Exception {
        Path folder = Files.createTempDirectory(work, "get");
        Dcmtk.Outcome got = Dcmtk.run(
                folder,
                "getscu",
                "-S",
                "-aec",
                "ISOCENTER",
                "-od",
                folder.toString(),
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=" + study.studyInstanceUid(),
                "127.0.0.1",
                String.valueOf(archive.dicomPort()));
        assertThat(got.status()).as(got.output()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(study.files().size());
        }
        for (int i = 0; i < study.files().size(); i++) {
            Path received = folder.resolve("CT." + study.seriesInstanceUid() + "." + (i + 1));
            assertThat(dataset(Files.readAllBytes(received)))
                    .isEqualTo(dataset(Files.readAllBytes(study.files().get(i))));
        }
    }

    private static void assertWadoGivesBack(CtStudy study) throws Exception {
        HttpResponse<byte[]> whole = archive.get(
                "/dicom-web/studies/" + study.studyInstanceUid(),
                "Accept",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        assertThat(whole.statusCode()).isEqualTo(200);
        JsonNode metadata = qido("/dicom-web/studies/" + study.studyInstanceUid() + "/metadata");
        assertThat(metadata).hasSize(study.files().size());
        String frame = "/dicom-web/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid()
                + "/instances/" + study.seriesInstanceUid() + ".1/frames/1";
        HttpResponse<byte[]> pixels =
                archive.get(frame, "Accept", "multipart/related; type=\"application/octet-stream\"");
        assertThat(pixels.statusCode()).isEqualTo(200);
        assertThat(whole.body().length).isGreaterThan(study.files().size() * 128 * 128 * 2);
    }

    private static byte[] dataset(byte[] file) throws IOException {
        try (ByteArrayInputStream in = new ByteArrayInputStream(file)) {
            Part10Header.read(in);
            return in.readAllBytes();
        }
    }

    private static Dcmtk.Outcome store(Path file) throws Exception {
        return Dcmtk.run(
                work,
                "storescu",
                "-v",
                "-aec",
                "ISOCENTER",
                "127.0.0.1",
                String.valueOf(archive.dicomPort()),
                file.toString());
    }

    /** The names of the files that were answered with success, in the order in which storescu sent them. */
    private static List<String> acknowledged(Path output) throws IOException {
        List<String> names = new ArrayList<>();
        String sending = "";
        if (Files.exists(output)) {
            for (String line : Files.readAllLines(output)) {
                if (line.contains("Sending file: ")) {
                    sending = line.substring(line.lastIndexOf('/') + 1).trim();
                } else if (line.contains("Received Store Response (Success)")) {
                    names.add(sending);
                }
            }
        }
        return names;
    }

    private static void awaitFound(CtStudy study, int instances) throws Exception {
        String query = "/dicom-web/studies?PatientID=" + study.patientId();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            JsonNode found = qido(query);
            if (found.size() == 1 && found.get(0).at("/00201208/Value/0").asInt() == instances) {
                return;
            }
            assertThat(System.nanoTime()).as("%s shows %s", query, found).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static JsonNode qido(String path) throws Exception {
        HttpResponse<byte[]> response = archive.get(path, "Accept", "application/dicom+json");
        assertThat(response.statusCode()).as(path).isIn(200, 204);
        return response.statusCode() == 204 ? JSON.createArrayNode() : JSON.readTree(response.body());
    }

    private static String text(JsonNode attributes, String tag) {
        return attributes.at("/" + tag + "/Value/0").asText();
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
