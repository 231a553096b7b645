/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.testkit.SampleFiles;
import org.isocenter.testkit.SampleFiles.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Every sample file through the packaged archive: what is valid comes back equal, what is not is refused with a typed answer, and
 * the process outlives all of it. Newcomers replace, since several files are one instance in many encodings.
 */
class SampleFilesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What must be kept and given back. */
    private static final Set<String> KEPT = Set.of("valid", "conflict");

    /** Kept as its data set says, since the meta information is written anew; five valid files have the same defect. */
    private static final String META_MISMATCH = "syn-meta-sop-uid-mismatch.dcm";

    /** What must not be kept. */
    private static final Set<String> REFUSED =
            Set.of("truncated", "invalid", "missing-uids", "unsupported", "dicomdir", "not-dicom");

    @TempDir
    static Path work;

    private static StandaloneProcess archive;

    @BeforeAll
    static void startArchive() throws Exception {
        assumeTrue(SampleFiles.arePresent(), SampleFiles.MISSING);
        archive = new StandaloneProcess(work.resolve("data")).with("ISOCENTER_INGEST_CONFLICT_POLICY", "replace");
        archive.start();
    }

    @AfterAll
    static void stopArchive() throws Exception {
        if (archive != null) {
            archive.stop();
        }
    }

    @Test
    void everyFile_isKeptEqualOrRefusedCleanly() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Sample sample : SampleFiles.all()) {
            String complaint = judge(sample);
            if (!complaint.isEmpty()) {
                complaints.add(sample.expect() + " " + sample + ": " + complaint);
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(archive.isReady()).isTrue();
    }

    private static String judge(Sample sample) throws Exception {
        byte[] file = Files.readAllBytes(sample.path());
        HttpResponse<String> response = archive.post("/dicom-web/studies", "application/dicom", file);
        int status = response.statusCode();
        if (response.body().contains("\tat ") || response.body().contains("Exception")) {
            return "a stack trace in " + status;
        }
        if (status == 200) {
            boolean mayBeKept =
                    !REFUSED.contains(sample.expect()) || sample.path().endsWith(META_MISMATCH);
            return !mayBeKept ? "was kept" : compare(file, JSON.readTree(response.body()));
        }
        if (status < 400 || status >= 500) {
            return "answered with " + status;
        }
        return KEPT.contains(sample.expect()) ? "refused with " + status + ": " + response.body() : "";
    }

    private static String compare(byte[] file, JsonNode answer) throws Exception {
        String retrieveUrl = answer.at("/00081199/Value/0/00081190/Value/0").asText();
        HttpResponse<byte[]> instance =
                archive.get(URI.create(retrieveUrl).getPath(), "Accept", "application/dicom; transfer-syntax=*");
        if (instance.statusCode() != 200) {
            return "stored, and not given back: " + instance.statusCode();
        }
        return sameValues(dataset(file), dataset(instance.body())) ? "" : "given back otherwise than sent";
    }

    /** VRs are not compared: implicit data sets do not have those of private elements. Group lengths go with an encoding. */
    private static boolean sameValues(Attributes sent, Attributes received) {
        int[] tags = tags(sent);
        if (!Arrays.equals(tags, tags(received))) {
            return false;
        }
        for (int tag : tags) {
            Object value = sent.getValue(tag);
            Object other = received.getValue(tag);
            boolean same = value instanceof Sequence items && other instanceof Sequence otherItems
                    ? sameItems(items, otherItems)
                    : Objects.deepEquals(value, other);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(Sequence sent, Sequence received) {
        boolean same = sent.size() == received.size();
        for (int i = 0; same && i < sent.size(); i++) {
            same = sameValues(sent.get(i), received.get(i));
        }
        return same;
    }

    private static int[] tags(Attributes attributes) {
        return Arrays.stream(attributes.tags())
                .filter(tag -> (tag & 0xFFFF) != 0)
                .toArray();
    }

    private static Attributes dataset(byte[] file) throws IOException {
        Part10Header header = Part10Header.read(new ByteArrayInputStream(file));
        return DatasetReader.read(header.dataset(), header.transferSyntax());
    }
}
