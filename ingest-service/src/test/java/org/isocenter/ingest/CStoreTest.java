/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.dicom.DicomServerBean;
import org.isocenter.testkit.DcmtkTools;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** C-STORE and C-ECHO as DCMTK speaks them, into the engines. */
@QuarkusTest
@TestProfile(IngestOnEngines.class)
class CStoreTest {

    private static final String[] PROGRAMS = {"storescu", "echoscu", "dcmconv", "dcmcjpeg", "dcmcrle"};
    private static final Pattern STATUS = Pattern.compile("DIMSE Status\\s*: 0x([0-9a-f]{4})");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    DicomServerBean server;

    @Inject
    MetadataStore metadata;

    @Inject
    ObjectStore objects;

    @TempDir
    Path folder;

    @BeforeEach
    void findPrograms() {
        assumeTrue(DcmtkTools.areInstalled(PROGRAMS), () -> DcmtkTools.missing(PROGRAMS));
        EnginesProfile.awaitReady(port);
    }

    private Path write(TestInstance instance) throws IOException {
        return Files.write(folder.resolve(instance.uid(Tag.SOPInstanceUID) + ".dcm"), instance.file());
    }

    /** The statuses of the responses, in their order. */
    private List<Integer> send(String proposed, Path... files) {
        List<String> arguments = new ArrayList<>(List.of("-d", proposed, "-aec", "ISOCENTER", "127.0.0.1"));
        arguments.add(String.valueOf(server.port()));
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        DcmtkTools.Result result = DcmtkTools.run("storescu", arguments.toArray(String[]::new));
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(result.text() + result.errors());
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group(1), 16));
        }
        return statuses;
    }

    private StoredInstance row(TestInstance instance) {
        return metadata.instanceBySop(instance.uid(Tag.SOPInstanceUID)).orElseThrow();
    }

    @Test
    void echo() {
        DcmtkTools.Result result =
                DcmtkTools.run("echoscu", "-d", "-aec", "ISOCENTER", "127.0.0.1", String.valueOf(server.port()));
        assertThat(result.exitCode()).isZero();
        assertThat(result.text() + result.errors()).contains("Received Echo Response (Success)");
    }

    @Test
    void associate_otherCalledAet() {
        DcmtkTools.Result result =
                DcmtkTools.run("echoscu", "-v", "-aec", "SOMEONE", "127.0.0.1", String.valueOf(server.port()));
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.text() + result.errors()).contains("Called AE Title Not Recognized");
    }

    @ParameterizedTest
    @CsvSource({
        "dcmconv, +te, -xe, " + UID.ExplicitVRLittleEndian,
        "dcmconv, +ti, -xi, " + UID.ImplicitVRLittleEndian,
        "dcmconv, +tb, -xb, " + UID.ExplicitVRBigEndian,
        "dcmconv, +td, -xd, " + UID.DeflatedExplicitVRLittleEndian,
        "dcmcjpeg, +e1, -xs, " + UID.JPEGLosslessSV1,
        "dcmcrle, +te, -xr, " + UID.RLELossless
    })
    void store_transferSyntax(String program, String option, String proposed, String transferSyntaxUid)
            throws IOException {
        TestInstance instance = TestInstance.ct();
        Path file = folder.resolve("converted.dcm");
        List<String> arguments = new ArrayList<>();
        if (!program.equals("dcmcrle")) {
            arguments.add(option);
        }
        arguments.add(write(instance).toString());
        arguments.add(file.toString());
        assertThat(DcmtkTools.run(program, arguments.toArray(String[]::new)).exitCode())
                .isZero();
        assertThat(send(proposed, file)).containsExactly(0x0000);
        StoredInstance row = row(instance);
        assertThat(row.transferSyntaxUid()).isEqualTo(transferSyntaxUid);
        assertThat(row.sourceAet()).isEqualTo("STORESCU");
        assertThat(row.numberOfFrames())
                .isEqualTo(transferSyntaxUid.equals(UID.DeflatedExplicitVRLittleEndian) ? 0 : 1);
        try (InputStream sent = Files.newInputStream(file);
                InputStream kept = objects.read(row.location(), 0, row.objectSize())) {
            assertThat(read(kept, transferSyntaxUid)).isEqualTo(read(sent, transferSyntaxUid));
        }
    }

    private static Attributes read(InputStream file, String transferSyntaxUid) throws IOException {
        Part10Header header = Part10Header.read(file);
        assertThat(header.transferSyntax().uid()).isEqualTo(transferSyntaxUid);
        return DatasetReader.read(header.dataset(), TransferSyntax.of(transferSyntaxUid), ReadLimits.DEFAULT);
    }

    @Test
    void store_manyInOneAssociation() throws IOException {
        String studyInstanceUid = TestInstance.newUid();
        String seriesInstanceUid = TestInstance.newUid();
        List<TestInstance> instances = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            instances.add(TestInstance.ct(studyInstanceUid, seriesInstanceUid));
            files.add(write(instances.get(i)));
        }
        assertThat(send("-xe", files.toArray(Path[]::new))).hasSize(20).containsOnly(0x0000);
        assertThat(metadata.seriesOfStudy(studyInstanceUid)).containsExactly(seriesInstanceUid);
        assertThat(instances).allSatisfy(each -> assertThat(row(each).uids().seriesInstanceUid())
                .isEqualTo(seriesInstanceUid));
    }

    @Test
    void store_sameAgainThenOtherContent() throws IOException {
        TestInstance instance = TestInstance.ct();
        assertThat(send("-xe", write(instance))).containsExactly(0x0000);
        StoredInstance first = row(instance);
        assertThat(send("-xe", write(instance))).containsExactly(0x0000);
        assertThat(send("-xe", write(instance.with(Tag.PatientID, "LO", "T-2"))))
                .containsExactly(0xb000);
        assertThat(row(instance).digest()).isEqualTo(first.digest());
        try (Stream<QuarantinedInstance> quarantined = metadata.quarantined(instance.uid(Tag.StudyInstanceUID))) {
            assertThat(quarantined).hasSize(1);
        }
    }

    @Test
    void store_missingAndMalformedIdentifiers() throws IOException {
        TestInstance missing = TestInstance.ct().without(Tag.SeriesInstanceUID);
        TestInstance malformed = TestInstance.ct().with(Tag.StudyInstanceUID, "UI", "1..2");
        TestInstance right = TestInstance.ct();
        // storescu goes on after a failure when told to
        assertThat(send("-nh", write(missing), write(malformed), write(right))).containsExactly(0xa900, 0xa900, 0x0000);
        assertThat(metadata.instanceBySop(missing.uid(Tag.SOPInstanceUID))).isEmpty();
        assertThat(metadata.instanceBySop(malformed.uid(Tag.SOPInstanceUID))).isEmpty();
        assertThat(row(right).uids().studyInstanceUid()).isEqualTo(right.uid(Tag.StudyInstanceUID));
    }
}
