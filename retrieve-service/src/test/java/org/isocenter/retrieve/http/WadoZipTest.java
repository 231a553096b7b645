/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.testkit.DcmtkTools;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Studies, series and instances as ZIP files, with a directory of the file-set or without, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoZipTest {

    private static final SyntheticStudy STUDY = SyntheticStudy.of(SyntheticKind.CT, 9101)
            .withSeries(2)
            .withSlices(3)
            .withSize(64, 64);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private WadoClient client;

    @BeforeEach
    void store() {
        archive.awaitReady();
        client = new WadoClient(port);
        STUDY.instances().forEach(each -> archive.store(each, UID.ExplicitVRLittleEndian));
    }

    private static Map<String, byte[]> entries(WadoClient.Answer answer) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return entries;
    }

    private static String studyPath() {
        return "/studies/" + STUDY.studyInstanceUid();
    }

    @Test
    void study_hasAFileForEachInstance() {
        WadoClient.Answer answer = client.get(studyPath(), "application/zip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + STUDY.studyInstanceUid() + ".zip\"");
        Map<String, byte[]> entries = entries(answer);
        assertThat(entries.keySet()).hasSize(6).allMatch(name -> name.matches("\\d{4,}(_\\d+)?/\\d{4,}(_\\d+)?\\.dcm"));
        List<byte[]> files = client.get(studyPath(), "*/*").parts().stream()
                .map(WadoClient.AnswerPart::content)
                .toList();
        assertThat(entries.values()).allSatisfy(entry -> assertThat(files).contains(entry));
    }

    @Test
    void seriesAndInstance_haveTheirOwn() {
        String series = studyPath() + "/series/" + STUDY.seriesInstanceUid(1);

        assertThat(entries(client.get(series, "application/zip"))).hasSize(3);
        assertThat(entries(client.get(series + "/instances/" + STUDY.sopInstanceUid(1, 0), "application/zip")))
                .hasSize(1);
        assertThat(client.head(series, "application/zip").contentType()).isEqualTo("application/zip");
    }

    @Test
    void dicomdir_namesEveryFileOfTheSet() throws IOException {
        Map<String, byte[]> entries = entries(client.get(studyPath() + "?dicomdir=true", "application/zip"));

        Part10Header file = Part10Header.read(new ByteArrayInputStream(entries.get("DICOMDIR")));
        Attributes directory = DatasetReader.read(file.dataset().readAllBytes(), file.transferSyntax());
        Sequence records = directory.getSequence(Tag.DirectoryRecordSequence);
        assertThat(entries).hasSize(7);
        assertThat(records).hasSize(1 + 1 + 2 + 6);
        int images = 0;
        for (Attributes record : records) {
            if (record.getString(Tag.DirectoryRecordType).equals("IMAGE")) {
                String name = String.join("/", record.getStrings(Tag.ReferencedFileID));
                assertThat(name).matches("DICOM/[A-Z0-9]{8}/[A-Z0-9]{8}");
                Attributes meta = Part10Header.read(new ByteArrayInputStream(entries.get(name)))
                        .metaInformation()
                        .attributes();
                assertThat(meta.getString(Tag.MediaStorageSOPInstanceUID))
                        .isEqualTo(record.getString(Tag.ReferencedSOPInstanceUIDInFile));
                images++;
            }
        }
        assertThat(images).isEqualTo(6);
    }

    @Test
    void dicomdir_isReadByDcmtk(@TempDir Path folder) throws Exception {
        assumeTrue(DcmtkTools.areInstalled("dcmdump"), DcmtkTools.missing("dcmdump"));
        Map<String, byte[]> entries = entries(client.get(studyPath() + "?dicomdir=true", "application/zip"));
        Path file = Files.write(folder.resolve("DICOMDIR"), entries.get("DICOMDIR"));

        DcmtkTools.Result dump = DcmtkTools.run("dcmdump", "+L", file.toString());

        assertThat(dump.exitCode()).isZero();
        assertThat(dump.errors()).isEmpty();
        // dcmdump shows offsets as links to records, and only if they lead to one
        assertThat(dump.text()).contains("PATIENT", "STUDY", "SERIES", "IMAGE").doesNotContain("invalid");
    }
}
