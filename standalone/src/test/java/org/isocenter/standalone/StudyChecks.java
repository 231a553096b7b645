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
import java.util.List;
import java.util.stream.Stream;

import org.isocenter.dicom.io.Part10Header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether an archive finds and gives back what it was sent, asked by independent clients. */
final class StudyChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandaloneProcess archive;
    private final Path work;

    StudyChecks(StandaloneProcess archive, Path work) {
        this.archive = archive;
        this.work = work;
    }

    /** Waits until a search for the patient shows the study with so many instances. */
    void awaitFound(CtStudy study, int instances) throws Exception {
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

    /** C-GET of the study gives every instance, as it was sent. */
    void assertGetGivesBack(CtStudy study) throws Exception {
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

    /** WADO-RS gives the study, its metadata and a frame. */
    void assertWadoGivesBack(CtStudy study) throws Exception {
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

    /** Sends one file by storescu. */
    Dcmtk.Outcome store(Path file) throws Exception {
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

    /** A search, or anything else that answers in DICOM JSON. */
    JsonNode qido(String path) throws Exception {
        HttpResponse<byte[]> response = archive.get(path, "Accept", "application/dicom+json");
        assertThat(response.statusCode()).as(path).isIn(200, 204);
        return response.statusCode() == 204 ? JSON.createArrayNode() : JSON.readTree(response.body());
    }

    /** A file without its meta information. */
    static byte[] dataset(byte[] file) throws IOException {
        try (ByteArrayInputStream in = new ByteArrayInputStream(file)) {
            Part10Header.read(in);
            return in.readAllBytes();
        }
    }

    /** The names of the files that were answered with success, in the order in which storescu sent them. */
    static List<String> acknowledged(Path output) throws IOException {
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
}
